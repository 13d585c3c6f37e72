# Too slow: the meeting time of every pair, O(n^2).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    flies = list(zip(data[1::2], data[2::2]))
    best = 0.0
    for i, (a, u) in enumerate(flies):
        for b, v in flies[:i]:
            t = abs(a - b) / (u + v)
            if t > best:
                best = t
    print(best)


main()
