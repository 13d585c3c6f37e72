"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(loads, limit):
    """To port while it leans to starboard, and the other way round."""
    port, starboard = [load for load in loads if load < 0], [load for load in loads if load >= 0]
    ordered, lean = [], 0
    while port or starboard:
        ordered.append((port if lean > 0 or not starboard else starboard).pop())
        lean += ordered[-1]
    return ordered


def safe(loads, limit, ordered):
    sums = [sum(ordered[:i]) for i in range(len(ordered) + 1)] if len(ordered) < 100 else running(ordered)
    return sorted(ordered) == sorted(loads) and all(abs(total) <= limit for total in sums)


def running(ordered):
    total, sums = 0, []
    for load in ordered:
        total += load
        sums.append(total)
    return sums


def cargo(rng, count, limit, small=False):
    """Loads that come to 0: a heap at random, and then what is missing, in as large pieces as may be."""
    loads = [rng.randint(-limit, limit) // (9 if small else 1) for _ in range(count)]
    while (lean := sum(loads)) != 0:
        loads.append(max(-limit, min(limit, -lean)))
    rng.shuffle(loads)
    return loads, limit


E9 = 10**9
RNG = random.Random(22)
FILES = [
    ("corners", [([0], 1), ([0, 0, 0], 10**9), ([1, -1], 1), ([-1, 1], 1), ([E9, -E9, E9, -E9], E9), ([E9, E9, -E9, -E9], E9), ([2, -1, -1], 2), ([-2, 1, 1], 2), ([3, 3, 3, 3, -4, -4, -4], 4),
                 ([7, -5, -2, 0], 10)]),
    ("random-small", [cargo(RNG, RNG.randint(1, 8), RNG.randint(1, 9)) for _ in range(40)]),
    ("random-medium", [cargo(RNG, RNG.randint(20, 60), E9) for _ in range(5)]),
    ("sevens-and-tens", [([7] * 1000 + [-10] * 700, 10), ([-7] * 1000 + [10] * 700, 10), ([9] * 800 + [-8] * 900, 9)]),
    ("large-by-sides", [([-1] * 13000 + [1] * 13000, 1)]),
    ("large-light", [cargo(RNG, 4000, 999, True)]),
    ("large-heavy", [cargo(RNG, 2000, E9)]),
    ("large-one-heavy", [([5000] + [-1] * 5000, 5000), ([1] * 5000 + [-5000], 5000)]),
]
for name, cases in [*FILES, ("more", [cargo(RNG, RNG.randint(1, 20), 9) for _ in range(200)])]:
    assert all(safe(*case, solve(*case)) for case in cases), name

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
