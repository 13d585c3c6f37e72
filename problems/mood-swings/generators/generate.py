"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def join(x, y):
    """Nodes are (sum, best prefix, best suffix, best run)."""
    return (
        x[0] + y[0],
        max(x[1], x[0] + y[1]),
        max(y[2], y[0] + x[2]),
        max(x[3], y[3], x[2] + y[1]),
    )


def solve(moods, orders):
    size = 1
    while size < len(moods):
        size *= 2
    low = -10**15
    tree = [(0, low, low, low)] * (2 * size)
    for i, x in enumerate(moods):
        tree[size + i] = (x, x, x, x)
    for i in range(size - 1, 0, -1):
        tree[i] = join(tree[2 * i], tree[2 * i + 1])
    answers = []
    for kind, a, b in orders:
        if kind == "=":
            i = size + a - 1
            tree[i] = (b, b, b, b)
            while i > 1:
                i //= 2
                tree[i] = join(tree[2 * i], tree[2 * i + 1])
        else:
            left = right = (0, low, low, low)
            i, j = size + a - 1, size + b
            while i < j:
                if i & 1:
                    left = join(left, tree[i])
                    i += 1
                if j & 1:
                    j -= 1
                    right = join(tree[j], right)
                i //= 2
                j //= 2
            answers.append(join(left, right)[3])
    return answers


def mixed(seed, n, q, top, updates=0.5, edge=None, low=None):
    """Random orders; edge: questions start and end that close to both ends."""
    rng = random.Random(seed)
    low = -top if low is None else low
    moods = [rng.randint(low, top) for _ in range(n)]
    orders = []
    for k in range(q):
        if k and rng.random() < updates:
            orders.append(("=", rng.randint(1, n), rng.randint(low, top)))
        elif edge:
            orders.append(("?", rng.randint(1, edge), n + 1 - rng.randint(1, edge)))
        else:
            a, b = sorted((rng.randint(1, n), rng.randint(1, n)))
            orders.append(("?", a, b))
    return moods, orders


def negative(seed, n, q):
    rng = random.Random(seed)
    moods = [-rng.randint(1, 99) for _ in range(n)]
    orders = []
    for _ in range(q):
        a = rng.randint(1, n)
        orders.append(("?", a, min(n, a + rng.randint(0, 4))))
    return moods, orders


E9 = 10**9
CASES = [
    ("one-day", ([-7], [("?", 1, 1), ("=", 1, 0), ("?", 1, 1), ("=", 1, -E9), ("?", 1, 1)])),
    ("two-days", ([5, -2], [("?", 1, 2), ("=", 2, 3), ("?", 1, 2), ("?", 2, 2)])),
    ("negative-small", negative(111, 20, 30)),
    ("huge-sums", ([E9] * 40, [("?", 1, 40), ("=", 20, -E9), ("?", 1, 40), ("?", 20, 20), ("?", 19, 21)])),
    ("huge-negative", ([-E9] * 37, [("?", 1, 37), ("?", 3, 30), ("=", 9, -999999999), ("?", 2, 36)])),
    ("random-tiny", mixed(112, 9, 25, 9)),
    ("random-small", mixed(113, 100, 200, 50)),
    ("random-not-power-of-two", mixed(114, 777, 1000, E9)),
    ("negative-medium", negative(115, 1000, 500)),
    ("random-medium", mixed(116, 2000, 1500, 100, 0.6)),
    ("max-long-questions", mixed(117, 50000, 50000, 9, 0.03, 9)),
    ("large-updates", mixed(118, 10000, 10000, 99, 0.9)),
    ("large-big-moods", mixed(119, 4000, 4000, E9, 0.3)),
    ("large-all-good", mixed(120, 30000, 1000, 9, 0.5, None, 1)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (moods, orders)) in enumerate(CASES, 1):
    text = f"{len(moods)} {len(orders)}\n{' '.join(map(str, moods))}\n"
    text += "".join(f"{kind} {a} {b}\n" for kind, a, b in orders)
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text("".join(f"{x}\n" for x in solve(moods, orders)))
