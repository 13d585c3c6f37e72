/**
 * Sorts beginnings and ends on their own.
 * @param {number[][]} sightings
 * @param {number} opening
 * @param {number} closing
 * @return {boolean}
 */
var hasAlibi = function (sightings, opening, closing) {
  const begins = sightings.map((s) => s[0]).sort((a, b) => a - b);
  const ends = sightings.map((s) => s[1]).sort((a, b) => a - b);
  let i = 0;
  let j = 0;
  let now = opening;
  while (now < closing) {
    while (i < begins.length && begins[i] <= now) i++;
    while (j < ends.length && ends[j] <= now) j++;
    if (i - j < 2) return false;
    now = ends[j];
  }
  return true;
};
