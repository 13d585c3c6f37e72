// Breadth-first search over (tile, hammer already used) in typed arrays.
const lines = require('fs').readFileSync(0, 'latin1').split('\n');
const [r, c] = lines[0].split(' ').map(Number);
const w = c + 2;
const size = (r + 2) * w;
const wall = new Uint8Array(size).fill(9);
let start = 0;
let goal = 0;
for (let i = 1; i <= r; i++) {
  for (let j = 1; j <= c; j++) {
    const tile = lines[i][j - 1];
    wall[i * w + j] = tile === '#' ? 1 : 0;
    if (tile === 'S') start = i * w + j;
    if (tile === 'F') goal = i * w + j;
  }
}
const dist = new Int32Array(2 * size).fill(-1);
const queue = new Int32Array(2 * size);
let head = 0;
let tail = 0;
dist[start] = 0;
queue[tail++] = start;
let answer = -1;
const moves = [1, -1, w, -w];
while (head < tail) {
  const state = queue[head++];
  const used = state >= size ? 1 : 0;
  const p = state - used * size;
  if (p === goal) { answer = dist[state]; break; }
  for (const move of moves) {
    const now = used + wall[p + move];
    if (now > 1) continue;
    const next = p + move + now * size;
    if (dist[next] < 0) {
      dist[next] = dist[state] + 1;
      queue[tail++] = next;
    }
  }
}
console.log(String(answer));
