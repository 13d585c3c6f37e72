# Wrong: takes the cheapest cable of every island; that may leave groups apart.
import sys

data = list(map(int, sys.stdin.buffer.read().split()))
n = data[0]
best = {}
for a, b, p in zip(data[2::3], data[3::3], data[4::3]):
    edge = (p, min(a, b), max(a, b))
    for x in (a, b):
        best[x] = min(best.get(x, edge), edge)
if n > 1 and len(best) < n:
    print("impossible")
else:
    print(sum(p for p, a, b in set(best.values())))
