"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from itertools import product


def solve(dominoes, turns):
    """The fewest turns so far, by the number at the open end."""
    (a, b), *rest = dominoes
    fewest = {b: 0}
    if a != b:
        fewest[a] = 1
    for a, b in rest:
        step = {}
        for left, right, cost in ((a, b, 0), (b, a, 1)):
            if left in fewest:
                step[right] = min(step.get(right, 1 << 30), fewest[left] + cost)
        fewest = step
    return min(fewest.values(), default=1 << 30) <= turns


def brute(dominoes, turns):
    for flips in product((0, 1), repeat=len(dominoes)):
        row = [d[::-1] if f else d for d, f in zip(dominoes, flips)]
        if sum(flips) <= turns and all(x[1] == y[0] for x, y in zip(row, row[1:])):
            return True
    return False


def small(dominoes, _):
    return len(dominoes) <= 10


def chain(seed, n, top, slack, turned=0.5):
    """Can be laid with what was turned, and with slack to spare (or lacking)."""
    rng = random.Random(seed)
    ends = [rng.randint(0, top) for _ in range(n + 1)]
    row, turns = [], 0
    for a, b in zip(ends, ends[1:]):
        flip = rng.random() < turned
        row.append([b, a] if flip else [a, b])
        turns += flip
    return row, max(0, min(n, turns + slack))


def needs(case, slack):
    """The same with the fewest turns it needs, and some more or less."""
    row, _ = case
    return row, max(0, next((t for t in range(len(row) + 1) if solve(row, t)), 0) + slack)


def broken(case, at):
    row, turns = case
    row = [list(d) for d in row]
    row[at] = [row[at][0] + 1, row[at][1] + 1]
    return row, turns


def many(seed, cases, n, top):
    rng = random.Random(seed)
    cases = [[[rng.randint(0, top), rng.randint(0, top)] for _ in range(rng.randint(1, n))] for _ in range(cases)]
    return [(row, rng.randint(0, min(2, len(row)))) for row in cases]


def many_chains(seed, cases, n, top):
    rng = random.Random(seed)
    return [needs(chain(rng.random(), rng.randint(1, n), top, 0, rng.choice((0.2, 0.5, 0.8))), -rng.randint(0, 1)) for _ in range(cases)]


SAMPLES = [([[1, 2], [3, 2], [3, 5]], 1), ([[4, 6], [4, 1], [1, 1]], 0), ([[2, 5]] * 4, 2)]
SECRET = [
    ("corners", [
        ([[0, 0]], 0), ([[0, 1]], 0), ([[0, 1]], 1), ([[1, 2], [2, 1]], 0), ([[1, 2], [1, 2]], 0), ([[1, 2], [1, 2]], 1), ([[2, 1], [2, 1]], 1), ([[1, 2], [3, 4]], 2),
        ([[1, 2], [1, 3], [3, 1]], 1), ([[1, 2], [2, 3], [1, 2]], 3), ([[2, 1], [2, 3], [3, 4]], 1), ([[7, 7], [7, 7]], 0), ([[3, 3], [3, 4], [3, 3]], 2),
        ([[10**6, 0], [10**6, 10**6]], 1), ([[1, 2], [2, 1], [2, 2], [2, 1]], 0), ([[1, 2], [1, 2], [1, 2]], 1),
    ]),
    ("random-tiny", many(1, 120, 4, 2)),
    ("random-chains", many_chains(2, 120, 10, 3)),
    ("random-two-numbers", many_chains(3, 30, 40, 1)),
    ("medium", [chain(4, 300, 6, -1), chain(5, 300, 6, 300), broken(chain(6, 300, 6, 0), 299)]),
    ("large-possible", [needs(chain(7, 4001, 5, 0), 0)]),
    ("large-one-turn-short", [needs(chain(8, 3000, 2, 0), -1)]),
    ("max-same", [([[3, 8]] * 10000, 5000), ([[3, 8]] * 9999, 4998)]),
    ("large-broken-at-end", [broken(chain(9, 4000, 99, 4000), 3999)]),
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
