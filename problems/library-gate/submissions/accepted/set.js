/**
 * A Set keeps the order in which elements came.
 * @param {string[]} passes
 * @return {string[]}
 */
var stillInside = function (passes) {
  const inside = new Set();
  for (const entry of passes) {
    const name = entry.toLowerCase().split(' ').filter(Boolean).join(' ');
    if (!inside.delete(name)) inside.add(name);
  }
  return [...inside];
};
