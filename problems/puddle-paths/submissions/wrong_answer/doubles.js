// Wrong: multiplies remainders as Numbers; beyond 2^53 the products are rounded.
const data = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number);
const P = 998244353;
const mul = (x, y) => (x * y) % P;
const [r, c, k] = data;
const size = r + c;
const fact = [1];
const inverse = [1, 1];
for (let x = 2; x <= size; x++) inverse.push(mul(P - Math.floor(P / x), inverse[P % x]));
for (let x = 1; x <= size; x++) {
  fact.push(mul(fact[x - 1], x));
  inverse[x] = mul(inverse[x], inverse[x - 1]);
}
const ways = (down, right) => mul(mul(fact[down + right], inverse[down]), inverse[right]);
const slabs = [];
for (let n = 0; n < k; n++) slabs.push([data[3 + 2 * n], data[4 + 2 * n]]);
slabs.push([r, c]);
slabs.sort((x, y) => (x[0] + x[1]) - (y[0] + y[1]));
const first = [];
for (const [n, [i, j]] of slabs.entries()) {
  let total = ways(i - 1, j - 1);
  for (let m = 0; m < n; m++) {
    const [a, b] = slabs[m];
    if (a <= i && b <= j) total = (total + P - mul(first[m], ways(i - a, j - b))) % P;
  }
  first.push(total);
}
console.log(String(first[k]));
