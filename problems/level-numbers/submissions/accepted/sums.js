/**
 * How many strings of k digits have each sum; the numbers stay below 2^53.
 * @param {number} low
 * @param {number} high
 * @return {number}
 */
var countLevel = function (low, high) {
  const strings = [[1]];
  for (let k = 1; k <= 16; k++) {
    const before = strings[k - 1];
    strings.push(Array.from({ length: 9 * k + 1 }, (_, s) => {
      let count = 0;
      for (let d = 0; d <= 9; d++) count += before[s - d] ?? 0;
      return count;
    }));
  }
  const level = (towers, begun, left) => {
    let count = 0;
    strings[left].forEach((n, s) => {
      if ((begun + s) % towers === 0) count += n;
    });
    return count;
  };
  const upTo = (n) => {
    if (n === 0) return 0;
    const digits = [...String(n)].map(Number);
    let count = 0;
    for (let towers = 1; towers < digits.length; towers++) {
      for (let d = 1; d <= 9; d++) count += level(towers, d, towers - 1);
    }
    let begun = 0;
    digits.forEach((top, i) => {
      for (let d = i === 0 ? 1 : 0; d < top; d++) count += level(digits.length, begun + d, digits.length - 1 - i);
      begun += top;
    });
    return count + (begun % digits.length === 0 ? 1 : 0);
  };
  return upTo(high) - upTo(low - 1);
};
