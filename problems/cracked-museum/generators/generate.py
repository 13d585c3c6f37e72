"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(plan):
    """Distances from both ends without breaking, then try every wall."""
    r, c = len(plan), len(plan[0])
    w = c + 1
    flat = "".join(row + "#" for row in plan) + "#" * w
    edge = {i * w + c for i in range(r)} | set(range(r * w, r * w + w))

    def distances(mark):
        start = flat.index(mark)
        dist, layer, steps = {start: 0}, [start], 0
        while layer:
            steps += 1
            found = []
            for p in layer:
                for q in (p - 1, p + 1, p - w, p + w):
                    if q >= 0 and flat[q] != "#" and q not in dist:
                        dist[q] = steps
                        found.append(q)
            layer = found
        return dist

    a, b = distances("S"), distances("F")
    best = [a[flat.index("F")]] if flat.index("F") in a else []
    for p in range(r * w):
        if flat[p] == "#" and p not in edge:
            around = (p - 1, p + 1, p - w, p + w)
            near = [a[q] for q in around if q in a]
            far = [b[q] for q in around if q in b]
            if near and far:
                best.append(min(near) + min(far) + 2)
    return min(best, default=-1)


def noise(seed, r, c, walls, s=None, f=None):
    """Random walls with the given probability."""
    rng = random.Random(seed)
    grid = [["#" if rng.random() < walls else "." for _ in range(c)] for _ in range(r)]
    cells = rng.sample(range(r * c), 2)
    (a, b), (d, e) = s or divmod(cells[0], c), f or divmod(cells[1], c)
    grid[a][b], grid[d][e] = "S", "F"
    return ["".join(row) for row in grid]


def snake(r, c, thick=1):
    """One long corridor; walls of the given thickness between its bends."""
    grid, right = [], True
    period = thick + 1
    for i in range(r):
        if i % period == 0:
            grid.append(["."] * c)
        else:
            row = ["#"] * c
            row[-1 if (i // period) % 2 == 0 else 0] = "."
            grid.append(row)
    last = (r - 1) // period * period
    for i in range(last + 1, r):
        grid[i] = ["#"] * c
    grid[0][0] = "S"
    grid[last][-1 if (last // period) % 2 == 0 else 0] = "F"
    return ["".join(row) for row in grid]


def boxed(r, c, layers):
    """F sits in a closed box with walls of the given thickness."""
    grid = [["."] * c for _ in range(r)]
    i, j = r // 2, c // 2
    for a in range(i - layers, i + layers + 1):
        for b in range(j - layers, j + layers + 1):
            grid[a][b] = "#"
    grid[i][j], grid[0][0] = "F", "S"
    return ["".join(row) for row in grid]


def maze(seed, r, c):
    """A perfect maze (every wall between two corridors is one tile thick)."""
    rng = random.Random(seed)
    grid = [["#"] * c for _ in range(r)]
    grid[0][0] = "."
    path = [(0, 0)]
    while path:
        i, j = path[-1]
        ways = [(a, b) for a, b in ((i, j + 2), (i, j - 2), (i + 2, j), (i - 2, j))
                if 0 <= a < r and 0 <= b < c and grid[a][b] == "#"]
        if not ways:
            path.pop()
            continue
        a, b = rng.choice(ways)
        grid[(i + a) // 2][(j + b) // 2] = grid[a][b] = "."
        path.append((a, b))
    grid[0][0], grid[(r - 1) // 2 * 2][(c - 1) // 2 * 2] = "S", "F"
    return ["".join(row) for row in grid]


CASES = [
    ("neighbours", ["SF"]),
    ("column", ["S", "#", "F"]),
    ("two-walls", ["S##F"]),
    ("hammer-too-early", ["S#.#F", ".#.##", "...##"]),
    ("shortcut-later", [
        "S.#....",
        "#.#.##.",
        "..#.#F.",
        ".##.###",
        "....#..",
    ]),
    ("all-walls", ["S" + "#" * 9] + ["#" * 10] * 8 + ["#" * 9 + "F"]),
    ("boxed-thin", boxed(21, 31, 1)),
    ("boxed-thick", boxed(21, 31, 2)),
    ("random-small", noise(61, 12, 15, 0.35)),
    ("random-medium", noise(62, 30, 25, 0.4, (0, 0), (29, 24))),
    ("snake-small", snake(11, 20)),
    ("maze-small", maze(65, 15, 21)),
    ("max-open", noise(63, 500, 500, 0.0, (0, 0), (499, 499))),
    ("large-maze", maze(66, 399, 399)),
    ("large-random", noise(64, 300, 300, 0.37, (0, 0), (299, 299))),
    ("large-snake", snake(199, 200)),
    ("large-thick-snake", snake(199, 200, 2)),
    ("large-boxed", boxed(99, 200, 2)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, plan) in enumerate(CASES, 1):
    text = f"{len(plan)} {len(plan[0])}\n" + "".join(row + "\n" for row in plan)
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(plan)}\n")
