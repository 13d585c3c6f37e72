// Wrong: shines in from the left and from above only. A beam can be gone backwards, but not one that ends at a pillar.
var brightest = function (hall) {
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
  return Math.max(...hall.map((_, i) => shine(i, 0, 0, 1)), ...hall[0].map((_, j) => shine(0, j, 1, 0)));
};
