# Too slow: Bellman-Ford, up to n rounds over all lines, O(n m).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, m = data[0], data[1]
    lines = []
    for i in range(2, 2 + 4 * m, 4):
        a, b, d, p = data[i:i + 4]
        lines.append((a, b, d, p))
        lines.append((b, a, d, p))
    far = 1 << 60
    best = [far] * (n + 1)
    best[1] = 0
    changed = True
    while changed:
        changed = False
        for a, b, d, p in lines:
            if best[a] < far:
                arrival = best[a] + -best[a] % p + d
                if arrival < best[b]:
                    best[b] = arrival
                    changed = True
    print(best[n] if best[n] < far else "stranded")


main()
