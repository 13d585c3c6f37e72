/**
 * Halves the interval in which the length is.
 * @param {number[]} garlands
 * @param {number} windows
 * @return {number}
 */
var longestPiece = function (garlands, windows) {
  let [low, high] = [0, Math.max(...garlands)];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    let pieces = 0;
    for (const g of garlands) pieces += Math.floor(g / middle);
    if (pieces >= windows) low = middle;
    else high = middle;
  }
  return low;
};
