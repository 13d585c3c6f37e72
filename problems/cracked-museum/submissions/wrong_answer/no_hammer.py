# Wrong: leaves the hammer at home.
import sys

lines = sys.stdin.read().split()
w = int(lines[1]) + 1
flat = "#" * w + "".join(row + "#" for row in lines[2:]) + "#" * w
dist = {flat.index("S"): 0}
queue = [flat.index("S")]
for p in queue:
    for q in (p - 1, p + 1, p - w, p + w):
        if flat[q] != "#" and q not in dist:
            dist[q] = dist[p] + 1
            queue.append(q)
print(dist.get(flat.index("F"), -1))
