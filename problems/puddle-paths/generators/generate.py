"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"
P = 998244353
FACT = [1]
for x in range(1, 200001):
    FACT.append(FACT[-1] * x % P)
INVERSE = [pow(FACT[-1], P - 2, P)]
for x in range(200000, 0, -1):
    INVERSE.append(INVERSE[-1] * x % P)
INVERSE.reverse()


def ways(down, right):
    return FACT[down + right] * INVERSE[down] % P * INVERSE[right] % P


def solve(r, c, puddles):
    """Small squares slab by slab, others by the first puddle stepped into."""
    if r * c <= 100000:
        wet = set(puddles)
        row = [0] * (c + 1)
        row[1] = 1
        for i in range(1, r + 1):
            for j in range(1, c + 1):
                row[j] = 0 if (i, j) in wet else (row[j] + row[j - 1]) % P
        return row[c]
    slabs = sorted(puddles) + [(r, c)]
    first = []
    for n, (i, j) in enumerate(slabs):
        total = ways(i - 1, j - 1)
        for m in range(n):
            a, b = slabs[m]
            if b <= j:
                total -= first[m] * ways(i - a, j - b)
        first.append(total % P)
    return first[-1]


def drops(seed, r, c, k, rows=None, cols=None):
    """k random puddles, rows and cols limit where they may be."""
    rng = random.Random(seed)
    low_i, high_i = rows or (1, r)
    low_j, high_j = cols or (1, c)
    slabs = set()
    while len(slabs) < k:
        slab = (rng.randint(low_i, high_i), rng.randint(low_j, high_j))
        if slab not in ((1, 1), (r, c)):
            slabs.add(slab)
    slabs = sorted(slabs)
    rng.shuffle(slabs)
    return r, c, slabs


def near_diagonal(seed, n, k, far):
    rng = random.Random(seed)
    slabs = set()
    while len(slabs) < k:
        i = rng.randint(2, n - 1)
        slabs.add((i, max(1, min(n, i + rng.randint(-far, far)))))
    slabs = sorted(slabs)
    rng.shuffle(slabs)
    return n, n, slabs


CASES = [
    ("one-slab", (1, 1, [])),
    ("one-row", (1, 9, [])),
    ("one-row-blocked", (1, 9, [(1, 5)])),
    ("start-walled-in", (5, 5, [(1, 2), (2, 1)])),
    ("end-walled-in", (6, 4, [(6, 3), (5, 4)])),
    ("no-puddles", (12, 30, [])),
    ("random-tiny", drops(121, 5, 6, 4)),
    ("random-small", drops(122, 40, 35, 60)),
    ("dense-small", drops(123, 60, 60, 400)),
    ("random-medium", drops(124, 300, 250, 200)),
    ("max-no-puddles", (100000, 100000, [])),
    ("max-random", drops(125, 100000, 100000, 1000)),
    ("max-diagonal", near_diagonal(126, 100000, 1000, 300)),
    ("max-corner", drops(127, 100000, 99999, 1000, (1, 60), (1, 60))),
    ("max-flat", drops(128, 3, 100000, 1000, (1, 2), (1, 100000))),
    ("max-one-column", (100000, 1, [(777, 1)])),
    ("max-wall", (100000, 99999, [(i, 1001 - i) for i in range(1, 1001)])),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for number, (name, (r, c, puddles)) in enumerate(CASES, 1):
    text = f"{r} {c} {len(puddles)}\n" + "".join(f"{i} {j}\n" for i, j in puddles)
    (SECRET / f"{number:02d}-{name}.in").write_text(text)
    (SECRET / f"{number:02d}-{name}.ans").write_text(f"{solve(r, c, puddles)}\n")
