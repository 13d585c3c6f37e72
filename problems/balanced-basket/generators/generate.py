"""Rewrites data/secret (always the same files)."""
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"
rng = random.Random(8128)


def solve(t, weights):
    place = {}
    for i, x in enumerate(weights, 1):
        if t - x in place:
            return f"{place[t - x]} {i}"
        place[x] = i
    return "none"


odd = [2 * rng.randint(0, 499999999) + 1 for _ in range(50000)]
many = [rng.randint(1, 1000) for _ in range(50000)]
CASES = [
    ("two", 3, [1, 2]),
    ("two-none", 4, [1, 2]),
    ("half-once", 10, [5, 1, 2]),
    ("half-twice", 10, [1, 5, 5]),
    ("many", 1000, many),
    ("largest", 2 * 10**9, [10**9, 1, 10**9]),
    ("beyond-int", 2 * 10**9 - 1, [10**9, 10**9 - 1, 3]),
    ("odd-none", 10**9 + 1, odd),
    ("first-and-last", odd[0] + 2, odd[:-1] + [2]),
    ("all-half-but-one", 8, [1] * 49999 + [4]),
    ("last-two", 1999999996, [1 + 3 * i for i in range(49998)] + [999999998, 999999998]),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, t, weights) in enumerate(CASES, 1):
    (SECRET / f"{i:02d}-{name}.in").write_text(f"{len(weights)} {t}\n{' '.join(map(str, weights))}\n")
    (SECRET / f"{i:02d}-{name}.ans").write_text(solve(t, weights) + "\n")
