/**
 * The least rotation of a word, in linear time, stands for all its rotations.
 * @param {string[]} words
 * @return {string[][]}
 */
var sameCarousels = function (words) {
  const groups = new Map();
  for (const word of words) {
    const key = least(word);
    if (groups.has(key)) groups.get(key).push(word);
    else groups.set(key, [word]);
  }
  return [...groups.values()].reverse();
};

function least(s) {
  const n = s.length;
  let [i, j, k] = [0, 1, 0];
  while (i < n && j < n && k < n) {
    const a = s[(i + k) % n];
    const b = s[(j + k) % n];
    if (a === b) {
      k++;
      continue;
    }
    if (a > b) i += k + 1;
    else j += k + 1;
    if (i === j) j++;
    k = 0;
  }
  i = Math.min(i, j);
  return s.slice(i) + s.slice(0, i);
}
