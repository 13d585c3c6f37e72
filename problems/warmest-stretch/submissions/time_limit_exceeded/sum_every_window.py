# Too slow: adds up every window from scratch, O(n k).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, k = data[0], data[1]
    t = data[2:]
    best = None
    for i in range(n - k + 1):
        total = 0
        for x in t[i:i + k]:
            total += x
        if best is None or total > best:
            best = total
    print(best / k)


main()
