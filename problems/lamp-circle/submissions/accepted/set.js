/**
 * @param {number} lamps
 * @param {number[]} presses
 * @return {number[]}
 */
var litLamps = function (lamps, presses) {
  const lit = new Set();
  for (const p of presses) {
    for (const lamp of new Set([p, (p + 1) % lamps, (p + lamps - 1) % lamps])) {
      if (!lit.delete(lamp)) lit.add(lamp);
    }
  }
  return [...lit].sort((a, b) => a - b);
};
