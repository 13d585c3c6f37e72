/**
 * Codes are put together from "-" and "*-"; those that begin with "-" and end with "*" are turned ones.
 * @param {number} length
 * @param {number} flashes
 * @return {string[]}
 */
var codes = function (length, flashes) {
  const line = (n, k) => {
    if (n < 0 || k < 0) return [];
    if (n === 0) return k === 0 ? [''] : [];
    return [...line(n - 1, k).map((c) => `-${c}`), ...line(n - 2, k - 1).map((c) => `*-${c}`)];
  };
  const ending = length < 2 ? [] : line(length - 2, flashes - 1).map((c) => `-${c}*`);
  return [...line(length, flashes), ...ending];
};
