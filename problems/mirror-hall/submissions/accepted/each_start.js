/**
 * @param {character[][]} hall
 * @return {number}
 */
var brightest = function (hall) {
  const rows = hall.length;
  const columns = hall[0].length;
  const shine = (i, j, di, dj) => {
    const lit = new Set();
    for (let c = hall[i][j]; c !== undefined && c !== '#'; c = hall[i]?.[j]) {
      lit.add(i * columns + j);
      if (c === '/') [di, dj] = [-dj, -di];
      if (c === '\\') [di, dj] = [dj, di];
      i += di;
      j += dj;
    }
    return lit.size;
  };
  let best = 0;
  for (let i = 0; i < rows; i++) best = Math.max(best, shine(i, 0, 0, 1), shine(i, columns - 1, 0, -1));
  for (let j = 0; j < columns; j++) best = Math.max(best, shine(0, j, 1, 0), shine(rows - 1, j, -1, 0));
  return best;
};
