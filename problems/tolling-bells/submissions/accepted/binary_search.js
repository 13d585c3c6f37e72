/**
 * @param {number[]} periods
 * @param {number} k
 * @return {number}
 */
var timeOfToll = function (periods, k) {
  const bells = new Array(1001).fill(0);
  for (const period of periods) bells[period]++;
  let low = 1;
  let high = Math.min(...periods) * k;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let tolls = 0;
    for (let period = 1; period <= 1000; period++) tolls += bells[period] * Math.floor(middle / period);
    if (tolls >= k) high = middle;
    else low = middle + 1;
  }
  return low;
};
