/**
 * Both sorted; the nearest fire never moves back.
 * @param {number[]} fires
 * @param {number[]} tents
 * @return {number}
 */
var coldest = function (fires, tents) {
  fires.sort((a, b) => a - b);
  tents.sort((a, b) => a - b);
  let worst = 0;
  let i = 0;
  for (const tent of tents) {
    while (i + 1 < fires.length && Math.abs(fires[i + 1] - tent) <= Math.abs(fires[i] - tent)) i++;
    worst = Math.max(worst, Math.abs(fires[i] - tent));
  }
  return worst;
};
