"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from collections import Counter


def solve(lamps, presses):
    lit = set()
    for p in presses:
        lit ^= {p, (p + 1) % lamps, (p - 1) % lamps}
    return sorted(lit)


def brute(lamps, presses):
    times = Counter(presses)
    return [i for i in range(lamps) if sum(times[j] for j in {i, (i + 1) % lamps, (i + lamps - 1) % lamps}) % 2]


def small(lamps, _):
    return lamps <= 5000


def evening(seed, lamps, n, near=None):
    rng = random.Random(seed)
    return lamps, [rng.randint(0, (near or lamps) - 1) for _ in range(n)]


def many(seed, cases, lamps, n):
    rng = random.Random(seed)
    return [evening(rng.random(), rng.randint(1, lamps), rng.randint(0, n)) for _ in range(cases)]


E9 = 10**9
SAMPLES = [(6, [0, 2]), (E9, [7, 7, 8]), (2, [1])]
SECRET = [
    ("corners", [
        (1, []), (1, [0]), (1, [0, 0]), (2, [0]), (2, [0, 1]), (2, [0, 0, 1]), (3, [0]), (3, [0, 1]), (3, [0, 1, 2]), (4, [3]), (4, [0, 1, 2, 3]), (9, []),
        (E9, [0]), (E9, [E9 - 1]), (E9, [0, E9 - 1]), (E9, [E9 - 2, 0]), (10, [5, 5]), (12, [11, 9, 10]),
    ]),
    ("random-tiny", many(1, 150, 5, 6)),
    ("random-small", many(2, 60, 30, 40)),
    ("random-far", [evening(s, E9, 40) for s in range(5)] + [evening(s, E9, 100, 60) for s in range(5)]),
    ("large-round", [evening(11, 4000, 10000)]),
    ("large-far", [evening(12, E9, 4000)]),
    ("max-one-button", [(E9, [0] * 9999)]),
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
