# Wrong: the houses still on the stack after the last house are forgotten.
import sys

h = list(map(int, sys.stdin.buffer.read().split()))[1:]
stack = []
best = 0
for i, height in enumerate(h):
    start = i
    while stack and stack[-1][1] >= height:
        start, top = stack.pop()
        best = max(best, top * (i - start))
    stack.append((start, height))
print(best)
