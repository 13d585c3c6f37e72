/**
 * @param {number[][]} lock
 * @param {number[]} turns
 * @return {void} Do not return anything, modify lock in-place instead.
 */
var spin = function (lock, turns) {
  turns.forEach((turn, d) => {
    const bottom = lock.length - 1 - d;
    const right = lock[0].length - 1 - d;
    const places = [];
    let [r, c] = [d, d];
    do {
      places.push([r, c]);
      if (r === d && c < right) c++;
      else if (c === right && r < bottom) r++;
      else if (r === bottom && c > d) c--;
      else r--;
    } while (r !== d || c !== d);
    const size = places.length;
    const plates = places.map(([y, x]) => lock[y][x]);
    places.forEach(([y, x], i) => {
      lock[y][x] = plates[(((i - turn) % size) + size) % size];
    });
  });
};
