const numbers = require('fs').readFileSync(0, 'utf8').split(/\s+/).map(Number);
const [n, t] = numbers;
const place = new Map();
let found = 'none';
for (let i = 1; i <= n && found === 'none'; i++) {
  const x = numbers[i + 1];
  if (place.has(t - x)) found = `${place.get(t - x)} ${i}`;
  place.set(x, i);
}
console.log(found);
