"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(t, sizes):
    """Breadth-first over the sets of totals, as bits of a number."""
    mask = (1 << (t + 1)) - 1
    seen = layer = 1
    booklets = 0
    while not seen >> t & 1:
        booklets += 1
        reached = 0
        for s in sizes:
            reached |= layer << s
        layer = reached & mask & ~seen
        if not layer:
            return "impossible"
        seen |= layer
    return booklets


def pick(seed, k, t, low, high, step=1):
    rng = random.Random(seed)
    return t, [x * step for x in rng.sample(range(low, high + 1), k)]


CASES = [
    ("one-ticket", (1, [1])),
    ("too-large", (1, [2])),
    ("one-booklet", (7, [3, 7, 2])),
    ("greedy-fails", (15, [12, 1, 5])),
    ("reuse-needed", (21, [7, 30])),
    ("random-tiny", pick(31, 4, 25, 3, 12)),
    ("parity", (19, [2, 4, 6, 8])),
    ("random-small", pick(32, 6, 330, 20, 120)),
    ("recursion-trap", (1201, [5, 7, 11, 2, 3])),
    ("random-medium", pick(33, 20, 2999, 100, 900)),
    ("all-ones", (30000, [1])),
    ("max-even", pick(34, 50, 29999, 2, 400, 2)),
    ("max-random", pick(35, 50, 30000, 100, 30000)),
    ("max-close", pick(36, 50, 29989, 1000, 1080)),
    ("max-small-sizes", (29999, [1] + list(range(52, 150, 2)))),
    ("all-too-large", pick(37, 50, 20000, 20001, 30000)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (t, sizes)) in enumerate(CASES, 1):
    text = f"{len(sizes)} {t}\n{' '.join(map(str, sizes))}\n"
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(t, sizes)}\n")
