// Stack of houses with rising heights; areas stay below 2^53.
const data = require('fs').readFileSync(0, 'utf8').split(/\s+/);
const n = Number(data[0]);
const stack = new Int32Array(n + 1);
const h = new Float64Array(n + 1);
let size = 0;
let best = 0;
for (let i = 0; i <= n; i++) {
  h[i] = i < n ? Number(data[i + 1]) : -1;
  while (size > 0 && h[stack[size - 1]] >= h[i]) {
    const height = h[stack[--size]];
    const left = size > 0 ? stack[size - 1] + 1 : 0;
    best = Math.max(best, height * (i - left));
  }
  stack[size++] = i;
}
console.log(String(best));
