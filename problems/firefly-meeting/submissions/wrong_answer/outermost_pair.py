# Wrong: only the leftmost and the rightmost firefly are looked at.
import sys

data = list(map(int, sys.stdin.buffer.read().split()))
flies = sorted(zip(data[1::2], data[2::2]))
(a, u), (b, v) = flies[0], flies[-1]
print((b - a) / (u + v))
