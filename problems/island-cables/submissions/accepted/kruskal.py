# Kruskal: cables by price, union-find with path halving.
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    cables = sorted(zip(data[4::3], data[2::3], data[3::3]))
    parent = list(range(n + 1))
    total, left = 0, n - 1
    for p, a, b in cables:
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        while parent[b] != b:
            parent[b] = parent[parent[b]]
            b = parent[b]
        if a != b:
            parent[a] = b
            total += p
            left -= 1
    print(total if left == 0 else "impossible")


main()
