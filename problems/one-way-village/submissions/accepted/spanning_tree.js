/**
 * @param {number} squares
 * @param {number[][]} lanes
 * @return {number[][]}
 */
var orient = function (squares, lanes) {
  if (lanes.length % 2) return [];
  const near = Array.from({ length: squares }, () => []);
  lanes.forEach(([a, b], i) => {
    near[a].push(i);
    near[b].push(i);
  });
  const link = new Array(squares).fill(-1);
  const order = [0];
  for (const square of order) {
    for (const i of near[square]) {
      const other = lanes[i][0] + lanes[i][1] - square;
      if (other === 0 || link[other] >= 0) continue;
      link[other] = i;
      order.push(other);
    }
  }
  const tree = new Set(link);
  const odd = new Uint8Array(squares);
  lanes.forEach(([, b], i) => {
    if (!tree.has(i)) odd[b] ^= 1;
  });
  for (const square of order.slice(1).reverse()) {
    const [a, b] = lanes[link[square]];
    const end = odd[square] ? square : a + b - square;
    lanes[link[square]] = [a + b - end, end];
    odd[end] ^= 1;
  }
  return lanes;
};
