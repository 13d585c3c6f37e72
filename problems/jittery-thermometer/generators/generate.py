"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from fractions import Fraction


def solve(readings, trust):
    shown = [readings[0]]
    for reading in readings[1:]:
        shown.append(shown[-1] + (reading - shown[-1]) * trust)
    return [round(x, 9) + 0.0 for x in shown]


def brute(readings, trust):
    """Each value as a weighted sum of all readings so far, exactly."""
    w = Fraction(trust)
    shown = []
    for i in range(len(readings)):
        total = (1 - w) ** i * Fraction(readings[0])
        for j in range(1, i + 1):
            total += w * (1 - w) ** (i - j) * Fraction(readings[j])
        shown.append(float(total))
    return shown


def same(a, b):
    return len(a) == len(b) and all(abs(x - y) < 1e-8 for x, y in zip(a, b))


def small(readings, _):
    return len(readings) <= 12


def weather(seed, cases, n, decimals, trusts):
    rng = random.Random(seed)
    return [
        ([round(rng.uniform(-100, 100), decimals) for _ in range(rng.randint(1, n))], round(rng.uniform(*trusts), 4)) for _ in range(cases)
    ]


def calm(seed, n, trust):
    """A walk of small steps around zero."""
    rng = random.Random(seed)
    readings = [0.0]
    while len(readings) < n:
        readings.append(round(max(-100, min(100, readings[-1] + rng.uniform(-1, 1))), 1))
    return readings, trust


SAMPLES = [([10.0, 14.0, 8.0], 0.25), ([-3.5, 2.25, 0.0], 1.0), ([0.0, 1.0, 1.0, 1.0], 0.5)]
SECRET = [
    ("corners", [
        ([0.0], 0.01), ([100.0], 1.0), ([-100.0, 100.0], 0.01), ([100.0, -100.0, 100.0], 0.99), ([0.0001, -0.0001], 0.5),
        ([5.0] * 10, 0.3), ([0.0, 0.0, 0.0, 100.0], 0.0123), ([1.0, 2.0, 3.0, 4.0], 1.0), ([0.3, 0.2, 0.1], 0.1),
    ]),
    ("random-tiny", weather(1, 110, 6, 1, (0.01, 1))),
    ("random-small", weather(2, 30, 40, 4, (0.01, 1))),
    ("random-distrust", weather(3, 6, 200, 2, (0.01, 0.05))),
    ("large-calm", [calm(4, 2000, 0.01), calm(5, 1000, 0.9)]),
    ("max-constant", [([-0.1] * 4000, 0.01)]),
    ("large-wild", weather(6, 2, 2500, 2, (0.2, 0.4))),
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
