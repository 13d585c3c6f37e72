// Bisection on the time; all ranges [x - v t, x + v t] must share a point.
const data = require('fs').readFileSync(0, 'utf8').split(/\s+/);
const n = Number(data[0]);
const x = new Float64Array(n);
const v = new Float64Array(n);
for (let i = 0; i < n; i++) {
  x[i] = Number(data[2 * i + 1]);
  v[i] = Number(data[2 * i + 2]);
}
let low = 0;
let high = 1e9 + 1;
for (let step = 0; step < 60; step++) {
  const t = (low + high) / 2;
  let left = -1e18;
  let right = 1e18;
  for (let i = 0; i < n; i++) {
    const a = x[i] - v[i] * t;
    const b = x[i] + v[i] * t;
    if (a > left) left = a;
    if (b < right) right = b;
  }
  if (left <= right) high = t;
  else low = t;
}
console.log(high.toFixed(9));
