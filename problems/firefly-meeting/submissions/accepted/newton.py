# Jumps to the meeting time of the currently most distant pair until all meet.
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    xs, vs = data[1::2], data[2::2]
    flies = list(zip(xs, vs))
    time = 0.0
    while True:
        gap, i = max((x - v * time, i) for i, (x, v) in enumerate(flies))
        end, j = min((x + v * time, j) for j, (x, v) in enumerate(flies))
        if gap <= end:
            break
        later = (xs[i] - xs[j]) / (vs[i] + vs[j])
        if later <= time:
            break
        time = later
    print(time)


main()
