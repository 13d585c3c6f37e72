// Wrong: always buys the largest booklet that still fits.
const data = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number);
let t = data[1];
const sizes = data.slice(2).sort((a, b) => b - a);
let booklets = 0;
for (const s of sizes) {
  booklets += Math.floor(t / s);
  t %= s;
}
console.log(t === 0 ? String(booklets) : 'impossible');
