"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def solve(guests, talks):
    parent = list(range(guests))

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in talks:
        parent[root(a)] = root(b)
    circles = {}
    for x in range(guests):
        circles.setdefault(root(x), []).append(x)
    return sorted(c for c in circles.values() if len(c) > 1)


def brute(guests, talks):
    """Everybody has one piece of gossip and hears that of the others until nothing is new."""
    knows = [{x} for x in range(guests)]
    changed = True
    while changed:
        changed = False
        for a, b in talks:
            if knows[a] != knows[b]:
                knows[a] = knows[b] = knows[a] | knows[b]
                changed = True
    return sorted([list(c) for c in {tuple(sorted(k)) for k in knows} if len(c) > 1])


def small(guests, talks):
    return guests <= 60 and len(talks) <= 200


def party(seed, guests, talks, near=None):
    rng = random.Random(seed)
    result = []
    for _ in range(talks):
        a = rng.randrange(guests)
        b = rng.randrange(guests) if near is None else min(guests - 1, max(0, a + rng.randint(-near, near)))
        result.append([a, b])
    return guests, result


def many(seed, cases, guests, talks):
    rng = random.Random(seed)
    return [party(rng.random(), rng.randint(1, guests), rng.randint(0, talks)) for _ in range(cases)]


def chain(seed, n):
    rng = random.Random(seed)
    talks = [[i, i + 1] for i in range(n - 1)]
    if seed:
        rng.shuffle(talks)
    return n, talks


SAMPLES = [(6, [[0, 2], [4, 2], [5, 1]]), (3, [[1, 1]]), (4, [[0, 1], [1, 0], [2, 3], [3, 1]])]
SECRET = [
    ("corners", [
        (1, []), (1, [[0, 0]]), (2, []), (2, [[1, 0]]), (2, [[0, 0], [1, 1]]), (3, [[0, 2]]), (15000, []), (5, [[4, 4], [3, 4]]), (4, [[0, 1], [2, 3], [1, 2]]),
        (12, [[10, 11], [9, 10], [1, 2]]),
    ]),
    ("random-tiny", many(1, 150, 7, 6)),
    ("random-small", many(2, 40, 40, 30)),
    ("circles-of-equal-size", [(60, [[i, (i + 20) % 60] for i in range(60)]), (60, [[i, i ^ 1] for i in range(60)])]),
    ("large-neighbours", [party(3, 6000, 3000, 3)]),
    ("large-chain", [chain(0, 9000)]),
    ("large-shuffled-chain", [chain(4, 2500)]),
    ("large-star", [(2000, [[1500, i] for i in range(2000)])]),
]


def write(name, cases):
    inputs, answers = [], []
    for case in cases:
        if json.dumps(case) in SEEN:
            continue
        SEEN.add(json.dumps(case))
        answer = solve(*copy.deepcopy(case))
        if small(*case):
            assert answer == brute(*copy.deepcopy(case)), case
        inputs += [json.dumps(value, separators=(",", ":")) for value in case]
        answers.append(json.dumps(answer, separators=(",", ":")))
    path = ROOT / "data" / name
    path.with_suffix(".in").write_text("\n".join(inputs) + "\n")
    path.with_suffix(".ans").write_text("\n".join(answers) + "\n")


ROOT = pathlib.Path(__file__).resolve().parent.parent
SEEN = set()  # no case is there twice
for folder in ("sample", "secret"):
    (ROOT / "data" / folder).mkdir(parents=True, exist_ok=True)
    for old in (ROOT / "data" / folder).iterdir():
        old.unlink()
write("sample/1", SAMPLES)
for i, (name, cases) in enumerate(SECRET, 1):
    write(f"secret/{i:02d}-{name}", cases)
