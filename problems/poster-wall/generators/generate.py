"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(h):
    """From the highest house down, join neighbouring houses (union-find)."""
    n = len(h)
    parent, size, best = list(range(n)), [0] * (n + 1), 0

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i in sorted(range(n), key=lambda i: -h[i]):
        size[i] = 1
        for j in (i - 1, i + 1):
            if 0 <= j < n and size[j]:
                a, b = find(i), find(j)
                if size[a] < size[b]:
                    a, b = b, a
                parent[b] = a
                size[a] += size[b]
        best = max(best, h[i] * size[find(i)])
    return best


def uniform(seed, n, low, high):
    rng = random.Random(seed)
    return [rng.randint(low, high) for _ in range(n)]


def hills(seed, n, step, top):
    rng = random.Random(seed)
    h, x = [], top // 2
    for _ in range(n):
        x = max(0, min(top, x + rng.randint(-step, step)))
        h.append(x)
    return h


E9 = 10**9
CASES = [
    ("one-empty-lot", [0]),
    ("one-house", [E9]),
    ("rising", [1, 2, 3, 4, 5, 6, 7]),
    ("falling", [7, 6, 5, 4, 3, 2, 1]),
    ("all-empty", [0] * 20),
    ("huge-area", [E9] * 500),
    ("valley", [9, 8, 7, 1, 7, 8, 9]),
    ("random-tiny", uniform(51, 12, 0, 9)),
    ("random-small", uniform(52, 300, 0, 50)),
    ("hills-medium", hills(53, 2000, 5, 300)),
    ("slope-medium", list(range(1, 3001))),
    ("max-equal", [7] * 150000),
    ("large-rising", [i // 44 + 1 for i in range(40000)]),
    ("large-falling", [(40000 - i) // 44 for i in range(40000)]),
    ("large-hills", hills(54, 29999, 2, 99)),
    ("large-high", uniform(55, 10000, 900000000, E9)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, h) in enumerate(CASES, 1):
    text = f"{len(h)}\n{' '.join(map(str, h))}\n"
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(h)}\n")
