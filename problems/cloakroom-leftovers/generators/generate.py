"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from collections import Counter


def solve(given, returned):
    return sorted((Counter(given) - Counter(returned)).elements())


def brute(given, returned):
    left = list(given)
    for ticket in returned:
        if ticket in left:
            left.remove(ticket)
    return sorted(left)


def small(given, returned):
    return len(given) * len(returned) < 10**6


def evenings(seed, cases, n, m, numbers):
    rng = random.Random(seed)
    return [
        ([rng.randint(*numbers) for _ in range(rng.randint(1, n))], [rng.randint(*numbers) for _ in range(rng.randint(0, m))])
        for _ in range(cases)
    ]


def nearly_all(seed, n, kept, numbers):
    """All but a few come back, shuffled."""
    rng = random.Random(seed)
    given = [rng.randint(*numbers) for _ in range(n)]
    returned = rng.sample(given, n - kept)
    return given, returned


E9 = 10**9
SAMPLES = [([7, 12, 7, 30], [12, 7]), ([5, 6], [6, 6, 8, 5]), ([4, 4, 4, 9], [9, 4])]
SECRET = [
    ("corners", [
        ([1], []), ([1], [1]), ([1], [2]), ([0], [0, 0, 0]), ([0, -1], [1, 0]), ([E9, -E9, E9], [-E9, E9]),
        ([2, 2, 2, 2], [2]), ([2, 2, 2, 2], [2, 2, 2, 2, 2]), ([3, 1, 2], [2, 3, 1]), ([10, 9, 100, 1], [1, 100]), ([-1, -10, -2], [-2]),
    ]),
    ("random-tiny", evenings(1, 120, 6, 5, (1, 4))),
    ("random-small", evenings(2, 40, 60, 60, (-20, 20))),
    ("random-wide", evenings(3, 10, 200, 200, (-E9, E9))),
    ("large-few-numbers", [nearly_all(4, 10000, 30, (-99, 99))]),
    ("max-nearly-all", [nearly_all(5, 10000, 100, (10**5, 10**6 - 1))]),
    ("large-nothing-back", [(list(range(-2000, 2000)), [])]),
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
