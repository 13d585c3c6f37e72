"""Rewrites data (always the same files)."""
import copy
import heapq
import json
import pathlib
import random
from fractions import Fraction


def solve(garlands, windows):
    low, high = 0.0, float(max(garlands))
    for _ in range(200):
        middle = (low + high) / 2
        if sum(int(g / middle) for g in garlands) >= windows:
            low = middle
        else:
            high = middle
    return float(f"{low:.12g}")


def brute(garlands, windows):
    """The best length is a whole part of a garland: cuts one more piece where that costs least."""
    heap = [(-Fraction(g), g, 1) for g in garlands]
    heapq.heapify(heap)
    for _ in range(windows):
        length, g, pieces = heap[0]
        heapq.heapreplace(heap, (-Fraction(g, pieces + 1), g, pieces + 1))
    return float(-length)


def same(a, b):
    return abs(a - b) <= 1e-9 * b


def small(garlands, windows):
    return windows <= 2000 and len(garlands) <= 300


def many(seed, cases, n, top, windows):
    rng = random.Random(seed)
    return [([rng.randint(1, top) for _ in range(rng.randint(1, n))], rng.randint(1, windows)) for _ in range(cases)]


def loft(seed, n, low, high, windows):
    rng = random.Random(seed)
    return [rng.randint(low, high) for _ in range(n)], windows


E9 = 10**9
SAMPLES = [([9, 5], 3), ([2, 3, 10], 4), ([1], E9)]
SECRET = [
    ("corners", [
        ([1], 1), ([E9], 1), ([E9], E9), ([1, 1], 1), ([1, 1], 2), ([1, 1], 3), ([7], 3), ([1, E9], 2), ([1, E9], E9), ([1, 1, 1, 1000], 1), ([5, 4, 3], 1),
        ([3, 4, 5], 2), ([3, 4, 5], 12), ([3, 4, 5], 13), ([E9] * 5, 5), ([E9] * 5, 7), ([999999999, 999999998, 999999997], E9),
    ]),
    ("random-tiny", many(1, 150, 4, 10, 12)),
    ("random-small", many(2, 40, 40, 1000, 300)),
    ("random-many-windows", many(3, 10, 30, 100, E9)),
    ("random-few-windows", many(4, 10, 60, E9, 5)),
    ("large-equal", [([17] * 6000, 100000)]),
    ("large-windows", [loft(5, 5000, 1, 9999, E9)]),
    ("large-long", [loft(6, 4000, 9 * 10**8, E9, 4001), loft(7, 3000, 1, E9, 1)]),
    ("max", [loft(8, 15000, 1, 999, 12345678)]),
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
