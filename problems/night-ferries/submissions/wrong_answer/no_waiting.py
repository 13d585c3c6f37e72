# Wrong: forgets about the timetable and never waits for a ferry.
import heapq
import sys

data = list(map(int, sys.stdin.buffer.read().split()))
n, m = data[0], data[1]
around = [[] for _ in range(n + 1)]
for i in range(2, 2 + 4 * m, 4):
    a, b, d, p = data[i:i + 4]
    around[a].append((b, d))
    around[b].append((a, d))
best = {}
heap = [(0, 1)]
while heap:
    time, a = heapq.heappop(heap)
    if a in best:
        continue
    best[a] = time
    for b, d in around[a]:
        if b not in best:
            heapq.heappush(heap, (time + d, b))
print(best.get(n, "stranded"))
