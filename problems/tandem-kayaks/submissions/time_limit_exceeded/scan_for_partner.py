# Too slow: looks through everybody for the heaviest partner that fits, O(n^2).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    c = data[1]
    w = sorted(data[2:], reverse=True)
    used = [False] * len(w)
    kayaks = 0
    for i in range(len(w)):
        if used[i]:
            continue
        kayaks += 1
        for j in range(i + 1, len(w)):
            if not used[j] and w[i] + w[j] <= c:
                used[j] = True
                break
    print(kayaks)


main()
