# Too slow: relabels all islands whenever two groups join, O(n^2).
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    cables = sorted(zip(data[4::3], data[2::3], data[3::3]))
    group = list(range(n + 1))
    total, left = 0, n - 1
    for p, a, b in cables:
        x, y = group[a], group[b]
        if x != y:
            for i in range(n + 1):
                if group[i] == y:
                    group[i] = x
            total += p
            left -= 1
    print(total if left == 0 else "impossible")


main()
