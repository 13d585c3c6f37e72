/**
 * @param {number[]} readings
 * @param {number} trust
 * @return {number[]}
 */
var smooth = function (readings, trust) {
  let shown = readings[0];
  return readings.map((reading) => (shown += (reading - shown) * trust));
};
