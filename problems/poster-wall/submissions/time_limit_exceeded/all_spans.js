// Too slow: every span of houses with its running minimum, O(n^2).
const data = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number);
const n = data[0];
const h = Float64Array.from(data.slice(1));
let best = 0;
for (let i = 0; i < n; i++) {
  let low = Infinity;
  for (let j = i; j < n; j++) {
    low = Math.min(low, h[j]);
    best = Math.max(best, low * (j - i + 1));
  }
}
console.log(String(best));
