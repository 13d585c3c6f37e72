/**
 * @param {string[]} plan
 * @return {number}
 */
var countTilings = function (plan) {
  const width = plan[0].length;
  let ways = new Float64Array(1 << width);
  ways[0] = 1;
  for (const row of plan) {
    for (let c = 0; c < width; c++) {
      const then = new Float64Array(1 << width);
      for (let state = 0; state < ways.length; state++) {
        if (ways[state] === 0) continue;
        const covered = (state >> c) & 1;
        if (covered && row[c] === '#') continue;
        if (covered || row[c] === '#') {
          then[state & ~(1 << c)] += ways[state];
        } else {
          then[state | (1 << c)] += ways[state];
          if (c + 1 < width && !((state >> (c + 1)) & 1)) then[state | (2 << c)] += ways[state];
        }
      }
      ways = then;
    }
  }
  return ways[0];
};
