"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def solve(sightings, opening, closing):
    """Every piece between neighbouring times has to be seen twice."""
    changes = sorted([(a, 1) for a, _ in sightings] + [(b, -1) for _, b in sightings])
    seen, at = 0, 0
    for time, change in changes:
        if seen < 2 and max(at, opening) < min(time, closing):
            return False
        seen, at = seen + change, time
    return at >= closing


def brute(sightings, opening, closing):
    return all(sum(a <= t + 0.5 <= b for a, b in sightings) >= 2 for t in range(opening, closing))


def small(sightings, opening, closing):
    return closing - opening <= 200 and len(sightings) <= 300


def many(seed, cases, n, top, length):
    rng = random.Random(seed)
    result = []
    for _ in range(cases):
        sightings = []
        for _ in range(rng.randint(2, n)):
            a = rng.randint(0, top - 1)
            sightings.append([a, min(top, a + rng.randint(1, length))])
        opening = rng.randint(0, top // 2)
        result.append((sightings, opening, rng.randint(opening + 1, top)))
    return result


def relay(seed, n, top):
    """Two chains that cover everything: visitors take turns."""
    rng = random.Random(seed)
    sightings = []
    for _ in range(2):
        times = [0] + sorted(rng.sample(range(1, top), n // 2 - 1)) + [top]
        sightings += [[a, b] for a, b in zip(times, times[1:])]
    rng.shuffle(sightings)
    return sightings, 0, top


def gap(case, i):
    """One sighting ends one too early."""
    sightings, opening, closing = case
    a, b = sightings[i]
    cut = [[a, b - 1]] if b - 1 > a else []
    return sightings[:i] + cut + sightings[i + 1:], opening, closing


E9 = 10**9
SAMPLES = [([[1, 6], [0, 4], [4, 9], [6, 12]], 2, 8), ([[0, 10], [0, 4], [5, 10]], 0, 10), ([], 3, 4)]
SECRET = [
    ("corners", [
        ([], 0, 1), ([[0, 1]], 0, 1), ([[0, 1], [0, 1]], 0, 1), ([[0, E9], [0, E9]], 0, E9), ([[0, E9], [1, E9]], 0, E9), ([[0, E9], [0, E9 - 1]], 0, E9),
        ([[5, 9], [5, 9]], 4, 9), ([[5, 9], [5, 9]], 5, 10), ([[5, 9], [5, 9]], 6, 8), ([[0, 3], [0, 3], [0, 3], [3, 6]], 0, 6), ([[0, 5], [5, 9], [0, 9]], 0, 9),
        ([[0, 9], [1, 2], [2, 7], [7, 8]], 1, 8), ([[0, 9], [1, 2], [3, 7], [7, 8]], 1, 8), ([[1, 20], [2, 3], [4, 19], [2, 6]], 2, 19), ([[0, 1], [0, 1], [8, 9], [8, 9]], 2, 7),
        ([[0, 10], [2, 3], [3, 4], [2, 4]], 2, 5), ([[0, 2], [0, 2], [4, 6], [4, 6], [2, 4]], 0, 6),
    ]),
    ("random-tiny", many(1, 150, 7, 8, 6)),
    ("random-small", many(2, 100, 14, 30, 25)),
    ("random-dense", many(3, 30, 60, 100, 40)),
    ("relay-small", [relay(s, 30, 150) for s in range(5)] + [gap(relay(s, 30, 150), s) for s in range(5)]),
    ("large-relay", [relay(6, 3000, E9), gap(relay(6, 3000, E9), 1234)]),
    ("max-relay", [relay(7, 10000, 99999)]),
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
