"""Rewrites data/secret (always the same files)."""
import pathlib
import random
import shutil

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def solve(k, a):
    seen, pairs = {}, 0
    for x in a:
        pairs += seen.get(-x % k, 0)
        seen[x % k] = seen.get(x % k, 0) + 1
    return pairs


def some(seed, n, most=10**6):
    rng = random.Random(seed)
    return [rng.randint(0, most) for _ in range(n)]


GROUPS = {
    "1-small": (
        "scoring: {score: 20}\n",
        [("two", 5, [2, 3]), ("none", 7, [1, 2, 3]), ("all", 1, some(1, 20)), ("zeros", 1000000, [0] * 300), ("random", 7, some(2, 300)), ("large-k", 999983, some(3, 300))],
    ),
    "2-even": (
        "scoring: {score: 30}\n",
        [("few", 2, [1, 1, 2]), ("even", 2, [2 * x for x in some(4, 2000, 500000)]), ("random", 2, some(5, 50000)), ("most", 2, some(6, 100000, 9))],
    ),
    "3-full": (
        "scoring: {score: 50, require_pass: [secret/1-small, secret/2-even]}\n",
        [("random", 1000, some(7, 100000)), ("same", 3, [999999] * 100000), ("half", 1000000, [500000] * 60000 + some(8, 40000))],
    ),
}

shutil.rmtree(SECRET, ignore_errors=True)
for group, (rules, cases) in GROUPS.items():
    folder = SECRET / group
    folder.mkdir(parents=True)
    (folder / "test_group.yaml").write_text(rules)
    for i, (name, k, a) in enumerate(cases, 1):
        (folder / f"{i:02d}-{name}.in").write_text(f"{len(a)} {k}\n{' '.join(map(str, a))}\n")
        (folder / f"{i:02d}-{name}.ans").write_text(f"{solve(k, a)}\n")
