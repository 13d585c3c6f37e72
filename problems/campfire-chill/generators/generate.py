"""Rewrites data (always the same files)."""
import bisect
import copy
import json
import pathlib
import random


def solve(fires, tents):
    """In thousandths, which are whole numbers."""
    fires = sorted(round(x * 1000) for x in fires)
    worst = 0
    for tent in (round(x * 1000) for x in tents):
        i = bisect.bisect(fires, tent)
        worst = max(worst, min(abs(tent - f) for f in fires[max(0, i - 1):i + 1]))
    return worst / 1000


def brute(fires, tents):
    return max(min(abs(f - t) for f in fires) for t in tents)


def same(a, b):
    return abs(a - b) < 1e-9


def small(fires, tents):
    return len(fires) * len(tents) <= 10**5


def camp(seed, fires, tents, far, decimals=1, around=0):
    rng = random.Random(seed)
    result = [], []
    for places, n, off in zip(result, (fires, tents), (0, around)):
        for _ in range(n):
            places.append(round(max(-1e5, min(1e5, off + rng.uniform(-far, far))), decimals) + 0.0)
    return result


def many(seed, cases, n, far, decimals):
    rng = random.Random(seed)
    return [camp(rng.random(), rng.randint(1, n), rng.randint(1, n), far, decimals) for _ in range(cases)]


SAMPLES = [([0.0, 10.0], [2.5, 14.0, 6.25]), ([3.5], [3.5, 3.5]), ([5.0, -5.0, 100.0], [-40.0])]
SECRET = [
    ("corners", [
        ([0.0], [0.0]), ([-100000.0], [100000.0]), ([100000.0], [-100000.0, 99999.999]), ([1.0, 2.0], [1.5]), ([1.0, 2.0], [0.999, 2.001]), ([10.0, 9.0, 100.0], [95.0]),
        ([0.001, -0.001], [0.0]), ([-7.0, -5.0], [-6.0, -1.0]), ([1.0, 1.0, 1.0], [2.0]), ([50.0, 40.0, 30.0], [20.0, 60.0, 45.5]), ([-100000.0, 100000.0], [0.25]),
    ]),
    ("random-tiny", many(1, 120, 5, 10, 1)),
    ("random-small", many(2, 60, 50, 1000, 3)),
    ("one-fire", [camp(s, 1, 40, 99999, 3) for s in range(6)]),
    ("large-beside", [camp(7, 1500, 1500, 500, 1, 700)]),
    ("max", [camp(8, 16000, 16000, 999, 1)]),
]


def write(name, cases):
    inputs, answers = [], []
    for case in cases:
        if json.dumps(case) in SEEN:
            continue
        SEEN.add(json.dumps(case))
        answer = solve(*copy.deepcopy(case))
        if small(*case):
            assert same(answer, brute(*copy.deepcopy(case))), case
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
