# Crashes: splits at the lowest house by recursion, RecursionError on a long slope.
import sys

h = list(map(int, sys.stdin.buffer.read().split()))[1:]


def best(a, b):
    if a >= b:
        return 0
    low = min(range(a, b), key=h.__getitem__)
    return max(h[low] * (b - a), best(a, low), best(low + 1, b))


print(best(0, len(h)))
