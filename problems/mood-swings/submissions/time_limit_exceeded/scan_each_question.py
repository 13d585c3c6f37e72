# Too slow: Kadane's scan over the whole range for every question, O(n q).
import sys


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    moods = list(map(int, lines[1].split()))
    out = []
    for line in lines[2:2 + q]:
        kind, a, b = line.split()
        if kind == "=":
            moods[int(a) - 1] = int(b)
            continue
        run = best = -10**15
        for x in moods[int(a) - 1:int(b)]:
            run = run + x if run > 0 else x
            if run > best:
                best = run
        out.append(best)
    print("\n".join(map(str, out)))


main()
