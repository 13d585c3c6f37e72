/**
 * Counts what came back; coats are looked at from the last to the first.
 * @param {number[]} given
 * @param {number[]} returned
 * @return {number[]}
 */
var leftCoats = function (given, returned) {
  const back = new Map();
  for (const ticket of returned) back.set(ticket, (back.get(ticket) ?? 0) + 1);
  return given.reverse().filter((ticket) => {
    const count = back.get(ticket) ?? 0;
    if (count > 0) back.set(ticket, count - 1);
    return count === 0;
  });
};
