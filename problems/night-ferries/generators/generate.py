"""Rewrites data/secret (always the same files)."""
import heapq
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(n, lines):
    around = [[] for _ in range(n + 1)]
    for a, b, d, p in lines:
        around[a].append((b, d, p))
        around[b].append((a, d, p))
    best, heap = {1: 0}, [(0, 1)]
    while heap:
        time, a = heapq.heappop(heap)
        if a == n:
            return time
        if time > best[a]:
            continue
        for b, d, p in around[a]:
            arrival = (time + p - 1) // p * p + d
            if b not in best or arrival < best[b]:
                best[b] = arrival
                heapq.heappush(heap, (arrival, b))
    return "stranded"


def spread(seed, n, m, long, period, reach=None):
    """A random tree plus random lines; reach limits how far the numbers differ."""
    rng = random.Random(seed)
    lines = []

    def add(a, b):
        pair = [a, b] if rng.random() < 0.5 else [b, a]
        lines.append((*pair, rng.randint(1, long), rng.randint(1, period)))

    for i in range(2, n + 1):
        add(rng.randint(max(1, i - (reach or n)), i - 1), i)
    while len(lines) < m:
        a = rng.randint(1, n - 1)
        b = rng.randint(a + 1, min(n, a + (reach or n)))
        add(a, b)
    rng.shuffle(lines)
    return n, lines


def backwards_chain(n, d, p, seed=None, more=0):
    """A chain 1-2-...-n listed from its far end, and slow lines that do not help."""
    rng = random.Random(seed)
    lines = [(i, i + 1, d, p) for i in range(n - 1, 0, -1)]
    for _ in range(more):
        a = rng.randint(2, n)
        lines.append((a, 1, 10**6, rng.randint(1, 9)))
    return n, lines


def early_ones_cut_off(seed, n, m, split):
    """Harbours 1..split have no line to the others."""
    rng = random.Random(seed)
    lines = []
    while len(lines) < m:
        a, b = rng.sample(range(1, n + 1), 2)
        if (a <= split) == (b <= split):
            lines.append((a, b, rng.randint(1, 99), rng.randint(1, 99)))
    return n, lines


E6 = 10**6
CASES = [
    ("no-lines", (2, [])),
    ("one-line", (2, [(2, 1, 17, 5)])),
    ("catch-exactly", (3, [(1, 2, 12, 5), (2, 3, 1, 4), (1, 3, 14, 1)])),
    ("just-missed", (3, [(1, 2, 13, 5), (2, 3, 1, 12), (1, 3, 24, 1)])),
    ("more-lines-less-time", (5, [(1, 5, 100, 1), (1, 2, 10, 1), (2, 3, 10, 10), (3, 4, 10, 20), (4, 5, 5, 30)])),
    ("parallel-lines", (2, [(1, 2, 9, 2), (2, 1, 7, 100), (1, 2, 8, 1)])),
    ("random-tiny", spread(101, 6, 10, 9, 9)),
    ("random-small", spread(102, 80, 200, 50, 100, 6)),
    ("cut-off", early_ones_cut_off(103, 60, 200, 25)),
    ("long-chain", (5000, [(i, i + 1, E6, 999983) for i in range(1, 5000)])),
    ("random-medium", spread(104, 1500, 4000, E6, E6, 20)),
    ("large-backwards-chain", backwards_chain(20000, 7, 12, 105, 1000)),
    ("max-near", spread(106, 20000, 30000, 99, 99, 5)),
    ("large-random", spread(107, 3000, 8000, 999, 9999)),
    ("large-cut-off", early_ones_cut_off(108, 3000, 5000, 2500)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (n, lines)) in enumerate(CASES, 1):
    text = f"{n} {len(lines)}\n" + "".join(f"{a} {b} {d} {p}\n" for a, b, d, p in lines)
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(n, lines)}\n")
