/**
 * A stay over midnight is two stays.
 * @param {string} arrival
 * @param {string} departure
 * @return {number}
 */
var countStrokes = function (arrival, departure) {
  if (departure < arrival) return countStrokes(arrival, '23:59') + countStrokes('00:00', departure);
  let heard = 0;
  for (let hour = 6; hour <= 22; hour++) {
    const name = String(hour).padStart(2, '0');
    const full = `${name}:00`;
    const half = `${name}:30`;
    if (arrival <= full && full <= departure) heard += hour % 12 || 12;
    if (hour < 22 && arrival <= half && half <= departure) heard++;
  }
  return heard;
};
