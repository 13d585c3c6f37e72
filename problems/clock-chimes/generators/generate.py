"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


DAY = 24 * 60


def text(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minutes(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


def strokes(minute):
    if not 6 * 60 <= minute <= 22 * 60 or minute % 30:
        return 0
    return 1 if minute % 60 else (minute // 60 + 11) % 12 + 1


BEFORE = [0]
for m in range(2 * DAY):
    BEFORE.append(BEFORE[-1] + strokes(m % DAY))


def solve(arrival, departure):
    first, last = minutes(arrival), minutes(departure)
    if last < first:
        last += DAY
    return BEFORE[last + 1] - BEFORE[first]


def brute(arrival, departure):
    heard = strokes(minutes(arrival))
    while arrival != departure:
        arrival = text((minutes(arrival) + 1) % DAY)
        heard += strokes(minutes(arrival))
    return heard


def small(*case):
    return True


def stays(seed, n, longest):
    rng = random.Random(seed)
    cases = []
    for _ in range(n):
        first = rng.randrange(DAY)
        cases.append((text(first), text((first + rng.randrange(longest)) % DAY)))
    return cases


def on_the_dot(seed, n):
    rng = random.Random(seed)
    return [(text(rng.randrange(48) * 30), text(rng.randrange(48) * 30)) for _ in range(n)]


SAMPLES = [("11:50", "13:00"), ("21:15", "06:45"), ("08:01", "08:29")]
SECRET = [
    ("one-minute", [(text(30 * i), text(30 * i)) for i in range(48)]),
    ("whole-days", [(text(m), text((m + DAY - 1) % DAY)) for m in (0, 1, 359, 360, 361, 719, 720, 1319, 1320, 1321, 1439)]),
    ("midnight", [("23:59", "00:00"), ("00:00", "00:00"), ("00:00", "23:59"), ("23:59", "23:58"), ("22:00", "06:00"), ("22:01", "05:59")]),
    ("afternoon", [("12:00", "12:59"), ("13:00", "22:00"), ("12:01", "13:29"), ("06:00", "22:00"), ("05:59", "22:01"), ("06:01", "21:59")]),
    ("random-short", stays(1, 226, 120)),
    ("random-long", stays(2, 428, DAY)),
    ("random-on-the-dot", on_the_dot(3, 300)),
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
