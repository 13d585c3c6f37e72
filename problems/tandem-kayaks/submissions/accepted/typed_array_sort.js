// Sort a typed array and walk inwards from both ends.
const data = require('fs').readFileSync(0, 'utf8').split(/\s+/);
const n = Number(data[0]);
const c = Number(data[1]);
const w = new Int32Array(n);
for (let i = 0; i < n; i++) w[i] = Number(data[i + 2]);
w.sort();
let low = 0;
let kayaks = 0;
for (let high = n - 1; high >= low; high--) {
  if (w[low] + w[high] <= c) low++;
  kayaks++;
}
console.log(kayaks);
