/**
 * Depth-first search with a stack of its own.
 * @param {number} guests
 * @param {number[][]} talks
 * @return {number[][]}
 */
var circles = function (guests, talks) {
  const around = Array.from({ length: guests }, () => []);
  for (const [a, b] of talks) {
    around[a].push(b);
    around[b].push(a);
  }
  const seen = new Uint8Array(guests);
  const found = [];
  for (let i = guests - 1; i >= 0; i--) {
    if (seen[i]) continue;
    seen[i] = 1;
    const circle = [];
    const stack = [i];
    while (stack.length > 0) {
      const x = stack.pop();
      circle.push(x);
      for (const y of around[x]) {
        if (!seen[y]) {
          seen[y] = 1;
          stack.push(y);
        }
      }
    }
    if (circle.length > 1) found.push(circle);
  }
  return found;
};
