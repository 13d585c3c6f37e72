// Dijkstra with a hand-made binary heap of harbours ordered by their times.
const data = require('fs').readFileSync(0, 'utf8').split(/\s+/).map(Number);
const n = data[0];
const m = data[1];
const around = Array.from({ length: n + 1 }, () => []);
for (let i = 0; i < m; i++) {
  const at = 2 + 4 * i;
  around[data[at]].push(at, data[at + 1]);
  around[data[at + 1]].push(at, data[at]);
}
const best = new Float64Array(n + 1).fill(Infinity);
const heap = [];
const key = [];

function push(time, a) {
  let i = heap.length;
  heap.push(a);
  key.push(time);
  while (i > 0) {
    const up = (i - 1) >> 1;
    if (key[up] <= time) break;
    heap[i] = heap[up];
    key[i] = key[up];
    i = up;
  }
  heap[i] = a;
  key[i] = time;
}

function pop() {
  const a = heap[0];
  const time = key[0];
  const lastA = heap.pop();
  const lastTime = key.pop();
  const size = heap.length;
  if (size > 0) {
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= size) break;
      if (down + 1 < size && key[down + 1] < key[down]) down++;
      if (key[down] >= lastTime) break;
      heap[i] = heap[down];
      key[i] = key[down];
      i = down;
    }
    heap[i] = lastA;
    key[i] = lastTime;
  }
  return [time, a];
}

best[1] = 0;
push(0, 1);
while (heap.length > 0) {
  const [time, a] = pop();
  if (time > best[a]) continue;
  const list = around[a];
  for (let i = 0; i < list.length; i += 2) {
    const d = data[list[i] + 2];
    const p = data[list[i] + 3];
    const b = list[i + 1];
    const arrival = Math.ceil(time / p) * p + d;
    if (arrival < best[b]) {
      best[b] = arrival;
      push(arrival, b);
    }
  }
}
console.log(best[n] === Infinity ? 'stranded' : String(best[n]));
