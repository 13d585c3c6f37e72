# Prefix sums; the best window sum divided by k.
import sys
from itertools import accumulate


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    k = data[1]
    prefix = [0] + list(accumulate(data[2:]))
    best = max(b - a for a, b in zip(prefix, prefix[k:]))
    print(best / k)


main()
