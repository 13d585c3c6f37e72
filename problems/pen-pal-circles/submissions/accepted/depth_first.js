/**
 * @param {string[][]} letters
 * @return {string[][]}
 */
var circles = function (letters) {
  const sent = new Map();
  for (const [from, to] of letters) {
    if (!sent.has(from)) sent.set(from, new Set());
    if (!sent.has(to)) sent.set(to, new Set());
    sent.get(from).add(to);
  }
  const seen = new Set();
  const result = [];
  for (const start of sent.keys()) {
    if (seen.has(start)) continue;
    const circle = [];
    const stack = [start];
    seen.add(start);
    while (stack.length) {
      const name = stack.pop();
      circle.push(name);
      for (const pal of sent.get(name)) {
        if (!seen.has(pal) && sent.get(pal).has(name)) {
          seen.add(pal);
          stack.push(pal);
        }
      }
    }
    result.push(circle);
  }
  return result;
};
