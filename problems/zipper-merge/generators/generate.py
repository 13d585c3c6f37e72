"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(lanes):
    rounds = max(map(len, lanes))
    table = [[] for _ in range(rounds)]
    for lane in lanes:
        for turn, car in enumerate(lane):
            table[turn].append(car)
    return [car for turn in table for car in turn]


def brute(lanes):
    lanes, merged = [list(lane) for lane in lanes], []
    while any(lanes):
        merged += [lane.pop(0) for lane in lanes if lane]
    return merged


def roads(seed, count, widest, longest):
    rng = random.Random(seed)
    return [([[rng.randint(0, 10**6) for _ in range(rng.randint(0, longest))] for _ in range(rng.randint(1, widest))],) for _ in range(count)]


def cars(seed, count):
    rng = random.Random(seed)
    return [rng.randint(0, 9) for _ in range(count)]


def scattered(seed, width, count):
    rng = random.Random(seed)
    lanes = [[] for _ in range(width)]
    for car in cars(seed, count):
        lanes[rng.randrange(width)].append(car)
    return lanes


FILES = [
    ("corners", [([[]],), ([[], [], []],), ([[4]],), ([[], [1]],), ([[1], []],), ([[1, 2, 3, 4, 5], [], [9]],), ([[0], [0], [0, 0]],)]),
    ("stairs", [([[10 * lane + car for car in range(lane)] for lane in range(6)],), ([[10 * lane + car for car in range(6 - lane)] for lane in range(6)],)]),
    ("random-small", roads(1, 150, 5, 4)),
    ("random-medium", roads(2, 10, 30, 30)),
    ("one-lane", [([cars(3, 15000)],)]),
    ("all-lanes-one-car", [([[car] for car in cars(4, 15000)],)]),
    ("long-lane-behind-empty-ones", [([[] for _ in range(6000)] + [cars(5, 14000)] + [[] for _ in range(6000)],)]),
    ("large-scattered", [(scattered(6, 2000, 5000),)]),
]
for name, cases in FILES[:4]:
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
