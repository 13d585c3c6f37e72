# Dijkstra with heapq; -time % p is the time to wait for the next ferry.
import heapq
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, m = data[0], data[1]
    around = [[] for _ in range(n + 1)]
    for i in range(2, 2 + 4 * m, 4):
        a, b, d, p = data[i:i + 4]
        around[a].append((b, d, p))
        around[b].append((a, d, p))
    far = 1 << 60
    best = [far] * (n + 1)
    best[1] = 0
    heap = [(0, 1)]
    while heap:
        time, a = heapq.heappop(heap)
        if time > best[a]:
            continue
        for b, d, p in around[a]:
            arrival = time + -time % p + d
            if arrival < best[b]:
                best[b] = arrival
                heapq.heappush(heap, (arrival, b))
    print(best[n] if best[n] < far else "stranded")


main()
