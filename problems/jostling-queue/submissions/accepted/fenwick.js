/**
 * Two Fenwick trees over the ranks: how many stand in front, and the sum of their heights.
 * @param {number[]} heights
 * @return {number}
 */
var leastEffort = function (heights) {
  const order = [...new Set(heights)].sort((a, b) => a - b);
  const rank = new Map(order.map((h, i) => [h, i + 1]));
  const count = new Float64Array(order.length + 1);
  const sum = new Float64Array(order.length + 1);
  let effort = 0;
  let total = 0;
  heights.forEach((h, all) => {
    let lower = 0;
    let lowerSum = 0;
    for (let i = rank.get(h); i > 0; i -= i & -i) {
      lower += count[i];
      lowerSum += sum[i];
    }
    effort += total - lowerSum - (all - lower) * h;
    for (let i = rank.get(h); i < count.length; i += i & -i) {
      count[i]++;
      sum[i] += h;
    }
    total += h;
  });
  return effort;
};
