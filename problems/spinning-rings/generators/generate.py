"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def ring(rows, columns, depth):
    """The places of a ring, clockwise from its upper left corner."""
    top, left, bottom, right = depth, depth, rows - 1 - depth, columns - 1 - depth
    return ([(top, c) for c in range(left, right)] + [(r, right) for r in range(top, bottom)]
            + [(bottom, c) for c in range(right, left, -1)] + [(r, left) for r in range(bottom, top, -1)])


def solve(lock, turns):
    moved = [list(row) for row in lock]
    for depth, turn in enumerate(turns):
        places = ring(len(lock), len(lock[0]), depth)
        for i, (r, c) in enumerate(places):
            y, x = places[(i + turn) % len(places)]
            moved[y][x] = lock[r][c]
    return moved


def brute(lock, turns):
    """A plate finds its way by itself: along the ring, corner by corner."""
    rows, columns = len(lock), len(lock[0])
    moved = [[None] * columns for _ in lock]
    for r in range(rows):
        for c in range(columns):
            d = min(r, c, rows - 1 - r, columns - 1 - c)
            y, x = r, c
            step = 1 if turns[d] > 0 else -1
            for _ in range(abs(turns[d])):
                top, left, bottom, right = y == d, x == d, y == rows - 1 - d, x == columns - 1 - d
                if step > 0:
                    y, x = (y, x + 1) if top and not right else (y + 1, x) if right and not bottom else (y, x - 1) if bottom and not left else (y - 1, x)
                else:
                    y, x = (y + 1, x) if left and not bottom else (y, x + 1) if bottom and not right else (y - 1, x) if right and not top else (y, x - 1)
            moved[y][x] = lock[r][c]
    return moved


def locks(rng, count, largest, most, high, smallest=2):
    cases = []
    for _ in range(count):
        rows, columns = rng.randint(smallest // 2, largest // 2) * 2, rng.randint(smallest // 2, largest // 2) * 2
        lock = [[rng.randint(0, high) for _ in range(columns)] for _ in range(rows)]
        cases.append((lock, [rng.randint(-most, most) for _ in range(min(rows, columns) // 2)]))
    return cases


RNG = random.Random(2)
E9 = 10**9
FILES = [
    ("corners", [([[1, 2], [3, 4]], [turn]) for turn in (0, 1, -1, 2, 4, -4, E9, -E9)] + [([[i for i in range(6)], [i for i in range(6, 12)]], [turn]) for turn in (1, -1, 5, 6, 12, 11)]),
    ("random-small", locks(RNG, 150, 6, 9, 9)),
    ("random-medium", locks(RNG, 10, 20, 100, 99)),
    ("large-few-turns", locks(RNG, 1, 60, 1, 10**6, 60)),
    ("large-random", locks(RNG, 1, 60, E9, 10**6, 60)),
    ("large-whole-turns", [(locks(RNG, 1, 60, 0, 99, 60)[0][0], [-(236 - 8 * d) * 10**6 for d in range(30)])]),
    ("large-narrow", [([[RNG.randint(0, 10**6) for _ in range(60)] for _ in range(2)], [E9 - 1]), ([[RNG.randint(0, 10**6) for _ in range(4)] for _ in range(60)], [1 - E9, 3])]),
]
for name, cases in FILES[1:3]:
    assert all(solve(*case) == brute(*case) for case in cases), name

SECRET.mkdir(parents=True, exist_ok=True)
for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
    old.unlink()
sample, lines = (SECRET.parent / "sample" / "1.in").read_text().splitlines(keepends=True), len(FILES[0][1][0])
seen = {"".join(sample[i:i + lines]) for i in range(0, len(sample), lines)}
for number, (name, cases) in enumerate(FILES, 1):
    path, answers = SECRET / f"{number:02d}-{name}", {}
    for case in cases:
        text = "".join(map(line, case))
        if text not in seen:
            seen.add(text)
            answers[text] = line(solve(*case))
    path.with_suffix(".in").write_text("".join(answers))
    path.with_suffix(".ans").write_text("".join(answers.values()))
