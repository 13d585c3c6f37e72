// Wrong: counts common notes without caring about their order.
const [a, b] = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/);
let total = 0;
for (const note of 'abcdefghijklmnopqrstuvwxyz') {
  total += Math.min(a.split(note).length, b.split(note).length) - 1;
}
console.log(String(total));
