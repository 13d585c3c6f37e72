# Wrong: answers from the first version of the diary and ignores corrections.
import sys

lines = sys.stdin.read().split("\n")
moods = list(map(int, lines[1].split()))
for line in lines[2:]:
    if line.startswith("?"):
        _, l, r = line.split()
        run = best = -10**15
        for x in moods[int(l) - 1:int(r)]:
            run = max(run, 0) + x
            best = max(best, run)
        print(best)
