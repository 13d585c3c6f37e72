"""Rewrites data/secret (always the same files)."""
import heapq
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(n, cables):
    """Prim's algorithm with a heap."""
    around = [[] for _ in range(n + 1)]
    for a, b, p in cables:
        around[a].append((p, b))
        around[b].append((p, a))
    done, heap, total, left = [False] * (n + 1), [(0, 1)], 0, n
    while heap and left:
        p, a = heapq.heappop(heap)
        if not done[a]:
            done[a] = True
            total += p
            left -= 1
            for edge in around[a]:
                heapq.heappush(heap, edge)
    return "impossible" if left else total


def spread(seed, n, m, top, connected=True):
    """A random tree (if connected) and random cables on top, shuffled."""
    rng = random.Random(seed)
    names = list(range(1, n + 1))
    rng.shuffle(names)
    cables = []
    if connected:
        for i in range(1, n):
            cables.append((names[rng.randrange(i)], names[i], rng.randint(1, top)))
    while len(cables) < m:
        a, b = rng.sample(names, 2)
        cables.append((a, b, rng.randint(1, top)))
    rng.shuffle(cables)
    return n, cables


def chain(n, more, top):
    """A chain whose cables get dearer along the way, then cables over it."""
    cables = [(i, i + 1, i * top // n + 1) for i in range(1, n)]
    for i in range(more):
        cables.append((i % 9 + 1, n - i, top + 9))
    return n, cables


def star(n, top):
    """Every island to island 1, in order of price."""
    return n, [(1, i, i * top // n + 1) for i in range(2, n + 1)]


def two_parts(seed, n, m, top):
    """Two connected halves with no cable between them."""
    rng = random.Random(seed)
    half = n // 2
    cables = [(rng.randint(1, i - 1), i, rng.randint(1, top)) for i in range(2, half + 1)]
    cables += [(rng.randint(half + 1, i - 1), i, rng.randint(1, top)) for i in range(half + 2, n + 1)]
    while len(cables) < m:
        low, high = rng.choice([(1, half), (half + 1, n)])
        a, b = rng.sample(range(low, high + 1), 2)
        cables.append((a, b, rng.randint(1, top)))
    rng.shuffle(cables)
    return n, cables


E9 = 10**9
CASES = [
    ("one-island", (1, [])),
    ("two-islands-no-cable", (2, [])),
    ("parallel-cables", (2, [(1, 2, 7), (2, 1, 3), (1, 2, 5)])),
    ("big-prices", (5, [(1, 2, E9), (2, 3, E9), (3, 4, E9), (4, 5, E9), (5, 1, E9)])),
    ("isolated-last", (4, [(1, 2, 1), (2, 3, 1), (1, 3, 1)])),
    ("random-tiny", spread(71, 7, 12, 9)),
    ("random-small", spread(72, 60, 150, 1000)),
    ("two-parts-small", two_parts(73, 50, 120, 100)),
    ("random-medium", spread(74, 400, 1500, E9)),
    ("maybe-connected", spread(75, 500, 900, 50, False)),
    ("max-chain", chain(30000, 10000, 999)),
    ("large-random", spread(76, 12000, 16000, 999)),
    ("large-star", star(8000, 99)),
    ("large-two-parts", two_parts(77, 5000, 6000, 999)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (n, cables)) in enumerate(CASES, 1):
    text = f"{n} {len(cables)}\n" + "".join(f"{a} {b} {p}\n" for a, b, p in cables)
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(n, cables)}\n")
