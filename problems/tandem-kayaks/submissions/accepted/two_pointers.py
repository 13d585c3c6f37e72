# Sort; the heaviest hiker takes the lightest one along if that fits.
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    c = data[1]
    w = sorted(data[2:])
    low, high, kayaks = 0, len(w) - 1, 0
    while low <= high:
        if w[low] + w[high] <= c:
            low += 1
        high -= 1
        kayaks += 1
    print(kayaks)


main()
