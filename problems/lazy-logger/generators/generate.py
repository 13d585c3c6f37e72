"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def solve(readings, change):
    kept = readings[:1]
    for x in readings:
        if abs(x - kept[-1]) >= change:
            kept.append(x)
    return kept


def brute(readings, change):
    """Jumps from each kept reading to the first one far enough."""
    kept, i = [], 0
    while i is not None:
        kept.append(readings[i])
        i = next((j for j in range(i + 1, len(readings)) if not -change < readings[j] - readings[i] < change), None)
    return kept


def small(readings, _):
    return len(readings) <= 1000


def walk(seed, n, step, change):
    rng = random.Random(seed)
    readings = [rng.randint(-step, step)]
    while len(readings) < n:
        readings.append(readings[-1] + rng.randint(-step, step))
    return readings, change


def many(seed, cases, n, top, change):
    rng = random.Random(seed)
    return [([rng.randint(-top, top) for _ in range(rng.randint(1, n))], rng.randint(1, change)) for _ in range(cases)]


E9 = 10**9
SAMPLES = [([10, 11, 12, 13, 11, 9, 9], 3), ([5, 5, 6, 6, 5], 1), ([7], 100)]
SECRET = [
    ("corners", [
        ([0], 1), ([-2 * E9], 2 * E9), ([1, 1, 1], 1), ([1, 2, 3, 4], 1), ([1, 2, 3, 4, 5, 6], 2), ([1, 2, 3, 4, 5, 6], 5), ([1, 2, 3, 4, 5, 6], 6),
        ([-1, 1], 2), ([1, -1], 3), ([3, 1, 3, 1], 2),
    ]),
    ("extremes", [
        ([2 * E9, -2 * E9, 2 * E9], 2 * E9), ([-2 * E9, 2 * E9], 1), ([-2 * E9, 0, 2 * E9 - 1, 2 * E9], 2 * E9), ([-E9, E9, -E9 - 1], 2 * E9),
        ([1500000000, -1500000000, 1500000000], 7), ([-1, 2 * E9], 2 * E9),
    ]),
    ("random-tiny", many(1, 150, 8, 6, 5)),
    ("random-small", many(2, 40, 60, 100, 150)),
    ("random-wide", many(3, 20, 60, 2 * E9, 2 * E9)),
    ("large-walk", [walk(4, 8000, 9, 25)]),
    ("max-slow-walk", [walk(5, 20000, 2, 3)]),
    ("large-nothing-changes", [([31] * 9000, 1)]),
    ("large-all-kept", [(list(range(0, 18000, 3)), 3)]),
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
