"""Rewrites data/secret (always the same files)."""
import heapq
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(periods, k):
    low, high = 1, min(periods) * k
    while low < high:
        middle = (low + high) // 2
        if sum(middle // period for period in periods) >= k:
            high = middle
        else:
            low = middle + 1
    return low


def brute(periods, k):
    tolls = [(period, period) for period in periods]
    heapq.heapify(tolls)
    for _ in range(k - 1):
        second, period = tolls[0]
        heapq.heapreplace(tolls, (second + period, period))
    return tolls[0][0]


def towns(seed, count, most, slowest, last):
    rng = random.Random(seed)
    return [([rng.randint(1, slowest) for _ in range(rng.randint(1, most))], rng.randint(1, last)) for _ in range(count)]


RNG = random.Random(5)
E12 = 10**12
FILES = [
    ("corners", [([1], 1), ([1000], 1), ([1000], E12), ([1], E12), ([7, 7], 2), ([7, 7], 3), ([2, 4, 8], 7), ([2, 4, 8], 8), ([1000, 999], 1998), ([1000, 999], 1999)]),
    ("random-small", towns(1, 150, 6, 12, 40)),
    ("random-medium", towns(2, 30, 40, 1000, 10**6)),
    ("random-late", towns(3, 40, 40, 1000, E12)),
    ("large-slow", [([1000] * 10000, E12), ([1000] * 9999, E12 - 1)]),
    ("large-fast", [([1] * 10000, E12), ([1] * 9999 + [2], E12)]),
    ("large-random", [([RNG.randint(1, 1000) for _ in range(10000)], E12 - 12345), ([RNG.randint(900, 1000) for _ in range(9999)], 10**11 + 7)]),
]
for name, cases in [FILES[1], ("a few", towns(4, 30, 9, 30, 1000))]:
    assert all(solve(*case) == brute(*case) for case in cases), name

SECRET.mkdir(parents=True, exist_ok=True)
for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
    old.unlink()
sample, lines = (SECRET.parent / "sample" / "1.in").read_text().splitlines(keepends=True), len(FILES[0][1][0])
seen = {"".join(sample[i:i + lines]) for i in range(0, len(sample), lines)}
for number, (name, cases) in enumerate(FILES, 1):
    path, answers = SECRET / f"{number:02d}-{name}", {}
    for case in cases:
        text = "".join(map(line, case))
        if text not in seen:
            seen.add(text)
            answers[text] = line(solve(*case))
    path.with_suffix(".in").write_text("".join(answers))
    path.with_suffix(".ans").write_text("".join(answers.values()))
