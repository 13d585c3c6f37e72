# Breadth-first search layer by layer on a padded plan, once per hammer state.
import sys


def main():
    lines = sys.stdin.read().split()
    r, c = int(lines[0]), int(lines[1])
    w = c + 1
    flat = "@" * w + "".join(row + "@" for row in lines[2:]) + "@" * w
    goal = flat.index("F")
    whole = [tile == "@" for tile in flat]      # cannot be entered, hammer intact
    broken = [tile in "@#" for tile in flat]    # cannot be entered any more, hammer gone
    start = flat.index("S")
    whole[start] = True
    broken[start] = True
    fresh, tired, steps = [start], [], 0
    while fresh or tired:
        if goal in fresh or goal in tired:
            print(steps)
            return
        steps += 1
        next_fresh, next_tired = [], []
        for p in fresh:
            for q in (p - 1, p + 1, p - w, p + w):
                if not whole[q]:
                    whole[q] = True
                    if flat[q] == "#":
                        next_tired.append(q)
                    else:
                        next_fresh.append(q)
        for p in tired:
            for q in (p - 1, p + 1, p - w, p + w):
                if not broken[q]:
                    broken[q] = True
                    if not whole[q]:
                        next_tired.append(q)
        fresh, tired = next_fresh, next_tired
    print(-1)


main()
