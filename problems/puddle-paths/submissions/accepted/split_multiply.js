// The same sum; products modulo P are taken in two halves to stay below 2^53.
const data = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number);
const P = 998244353;

function mul(x, y) {
  return ((x * (y >>> 16)) % P * 65536 + x * (y & 65535)) % P;
}

function power(x, e) {
  let y = 1;
  for (; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) y = mul(y, x);
    x = mul(x, x);
  }
  return y;
}

const [r, c, k] = data;
const size = r + c;
const fact = new Int32Array(size).fill(1);
for (let x = 1; x < size; x++) fact[x] = mul(fact[x - 1], x);
const inverse = new Int32Array(size).fill(1);
inverse[size - 1] = power(fact[size - 1], P - 2);
for (let x = size - 1; x > 0; x--) inverse[x - 1] = mul(inverse[x], x);
const ways = (down, right) => mul(mul(fact[down + right], inverse[down]), inverse[right]);
const slabs = [];
for (let n = 0; n < k; n++) slabs.push([data[3 + 2 * n], data[4 + 2 * n]]);
slabs.push([r, c]);
slabs.sort((x, y) => (x[0] + x[1]) - (y[0] + y[1]));
const first = [];
for (let n = 0; n <= k; n++) {
  const [i, j] = slabs[n];
  let total = ways(i - 1, j - 1);
  for (let m = 0; m < n; m++) {
    const [a, b] = slabs[m];
    if (a <= i && b <= j) total = (total + P - mul(first[m], ways(i - a, j - b))) % P;
  }
  first.push(total);
}
console.log(String(first[k]));
