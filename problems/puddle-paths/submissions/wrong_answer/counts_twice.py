# Wrong: subtracts the ways through every puddle, so ways through two count twice.
import sys
from math import comb

P = 998244353
data = list(map(int, sys.stdin.read().split()))
r, c = data[0], data[1]
total = comb(r + c - 2, r - 1)
for i, j in zip(data[3::2], data[4::2]):
    total -= comb(i + j - 2, i - 1) * comb(r - i + c - j, r - i)
print(total % P)
