# Stack of (first position, height) with rising heights.
import sys


def main():
    h = list(map(int, sys.stdin.buffer.read().split()))[1:] + [-1]
    stack = []
    best = 0
    for i, height in enumerate(h):
        start = i
        while stack and stack[-1][1] >= height:
            start, top = stack.pop()
            if top * (i - start) > best:
                best = top * (i - start)
        stack.append((start, height))
    print(best)


main()
