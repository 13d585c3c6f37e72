/**
 * @param {number[]} readings
 * @param {number} change
 * @return {number}
 */
var compactLog = function (readings, change) {
  let kept = 1;
  for (let i = 1; i < readings.length; i++) {
    if (Math.abs(readings[i] - readings[kept - 1]) >= change) readings[kept++] = readings[i];
  }
  return kept;
};
