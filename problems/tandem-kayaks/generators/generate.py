"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(c, weights):
    w = sorted(weights)
    low, high, kayaks = 0, len(w) - 1, 0
    while low <= high:
        if low < high and w[low] + w[high] <= c:
            low += 1
        high -= 1
        kayaks += 1
    return kayaks


def uniform(seed, n, c, low, high):
    rng = random.Random(seed)
    return c, [rng.randint(low, high) for _ in range(n)]


def complements(seed, pairs, c):
    """Pairs that fill a kayak exactly."""
    rng = random.Random(seed)
    w = []
    for _ in range(pairs):
        x = rng.randint(1, c - 1)
        w += [x, c - x]
    rng.shuffle(w)
    return c, w


E9 = 10**9
CASES = [
    ("one-hiker", (1, [1])),
    ("two-alone", (5, [3, 3])),
    ("two-together", (6, [3, 3])),
    ("capacity-one", (1, [1] * 7)),
    ("huge-weights", (E9, [E9, 1, E9 - 1, E9, 500000000, 500000000])),
    ("random-tiny", uniform(11, 9, 20, 1, 20)),
    ("random-small", uniform(12, 100, 1000, 1, 1000)),
    ("light-and-heavy", (100, [1] * 30 + [99] * 20 + [50] * 11)),
    ("exact-pairs", complements(13, 500, E9)),
    ("max-random", uniform(14, 100000, 999, 1, 999)),
    ("large-equal", (9, [4] * 20000)),
    ("large-exact-pairs", complements(15, 10000, 99999)),
    ("large-nobody-shares", uniform(16, 20001, 9999, 5000, 9999)),
    ("large-light", uniform(17, 19999, 300, 1, 99)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (c, w)) in enumerate(CASES, 1):
    text = f"{len(w)} {c}\n{' '.join(map(str, w))}\n"
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(c, w)}\n")
