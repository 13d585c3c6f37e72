// Crashes: TypeError when F has no entry in the map because it is unreachable.
const lines = require('fs').readFileSync(0, 'latin1').split('\n');
const [r, c] = lines[0].split(' ').map(Number);
const plan = lines.slice(1, r + 1);
const seen = new Map();
const queue = [];
let goal = '';
for (let i = 0; i < r; i++) {
  for (let j = 0; j < c; j++) {
    if (plan[i][j] === 'S') { queue.push([i, j, 0, 0]); seen.set(`${i},${j},0`, { steps: 0 }); }
    if (plan[i][j] === 'F') goal = `${i},${j}`;
  }
}
for (const [i, j, used, steps] of queue) {
  for (const [a, b] of [[i, j + 1], [i, j - 1], [i + 1, j], [i - 1, j]]) {
    if (a < 0 || b < 0 || a >= r || b >= c) continue;
    const now = used + (plan[a][b] === '#' ? 1 : 0);
    const key = `${a},${b},${now}`;
    if (now > 1 || seen.has(key)) continue;
    seen.set(key, { steps: steps + 1 });
    queue.push([a, b, now, steps + 1]);
  }
}
const later = seen.get(goal + ',1') || seen.get(goal + ',0');
const early = seen.get(goal + ',0') || later;
console.log(String(Math.min(early.steps, later.steps)));
