"""Rewrites data/secret (always the same files)."""
import pathlib
import random
from itertools import accumulate

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(k, t):
    prefix = [0] + list(accumulate(t))
    best = max(prefix[i] - prefix[i - k] for i in range(k, len(prefix)))
    return repr(best / k)


def uniform(seed, n, k, low, high):
    rng = random.Random(seed)
    return k, [rng.randint(low, high) for _ in range(n)]


def walk(seed, n, k, step):
    """A random walk inside -1000..1000."""
    rng = random.Random(seed)
    t, x = [], 0
    for _ in range(n):
        x = max(-1000, min(1000, x + rng.randint(-step, step)))
        t.append(x)
    return k, t


CASES = [
    ("one-day", (1, [0])),
    ("one-frosty-day", (1, [-1000])),
    ("whole-notebook", (5, [1, 2, 2, 2, 1])),
    ("third", (3, [0, 0, 1, 0, 0, 0])),
    ("all-negative", (2, [-5, -3, -8, -2, -4, -9])),
    ("best-at-start", (3, [9, 9, 8, 1, 2, 3])),
    ("best-at-end", (3, [1, 2, 3, 8, 9, 9])),
    ("zero-best", (4, [1, -1, 0, 0, -7, 2, 3])),
    ("k-one", uniform(21, 200, 1, -1000, 1000)),
    ("random-small", uniform(22, 1000, 37, -1000, 1000)),
    ("random-negative", uniform(23, 5000, 701, -1000, -1)),
    ("walk-medium", walk(24, 10000, 1999, 3)),
    ("max-half", uniform(25, 100000, 49999, 0, 99)),
    ("large-all-equal", (3333, [7] * 20000)),
    ("large-hot", (29991, [1000] * 20000 + [999] * 9999 + [7])),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (k, t)) in enumerate(CASES, 1):
    text = f"{len(t)} {k}\n{' '.join(map(str, t))}\n"
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(k, t)}\n")
