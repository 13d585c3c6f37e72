/**
 * All staircases of each number of blocks; one height after the other is allowed.
 * @param {number} blocks
 * @param {number} highest
 * @return {number[][]}
 */
var staircases = function (blocks, highest) {
  const of = Array.from({ length: blocks + 1 }, () => []);
  of[0].push([]);
  for (let height = 1; height <= highest; height++) {
    for (let total = blocks; total >= height; total--) {
      for (const columns of of[total - height]) of[total].push([...columns, height]);
    }
  }
  return of[blocks];
};
