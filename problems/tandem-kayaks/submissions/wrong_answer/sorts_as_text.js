// Wrong: sort() without a comparator compares numbers as text (10 before 9).
const data = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number);
const c = data[1];
const w = data.slice(2).sort();
let low = 0;
let kayaks = 0;
for (let high = w.length - 1; high >= low; high--) {
  if (w[low] + w[high] <= c) low++;
  kayaks++;
}
console.log(kayaks);
