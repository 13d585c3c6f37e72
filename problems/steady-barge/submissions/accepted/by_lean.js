/**
 * @param {number[]} loads
 * @param {number} limit
 * @return {number[]}
 */
var order = function (loads, limit) {
  const port = loads.filter((load) => load < 0);
  const starboard = loads.filter((load) => load >= 0);
  let lean = 0;
  return loads.map(() => {
    const load = lean > 0 ? port.pop() : starboard.length ? starboard.pop() : port.pop();
    lean += load;
    return load;
  });
};
