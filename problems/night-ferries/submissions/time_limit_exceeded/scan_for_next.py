# Too slow: Dijkstra without a heap, scans all harbours each time, O(n^2).
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
    done = [False] * (n + 1)
    best[1] = 0
    while True:
        next_time, a = far, 0
        for i in range(1, n + 1):
            if not done[i] and best[i] < next_time:
                next_time, a = best[i], i
        if a == 0:
            break
        done[a] = True
        for b, d, p in around[a]:
            best[b] = min(best[b], (next_time + p - 1) // p * p + d)
    print(best[n] if best[n] < far else "stranded")


main()
