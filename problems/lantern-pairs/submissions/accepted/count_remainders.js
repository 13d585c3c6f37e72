const [head, line] = require('fs').readFileSync(0, 'utf8').split('\n');
const k = Number(head.split(' ')[1]);
const seen = new Map();
let pairs = 0;
for (const x of line.split(' ').map(Number)) {
  pairs += seen.get((k - x % k) % k) ?? 0;
  seen.set(x % k, (seen.get(x % k) ?? 0) + 1);
}
console.log(String(pairs));
