"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from collections import deque


def solve(letters, count):
    circle, at = list(letters), 0
    while len(circle) > 1:
        at = (at + count - 1) % len(circle)
        if circle[at].isupper():
            circle[at] = circle[at].lower()
            at += 1
        else:
            del circle[at]
    return circle[0]


def brute(letters, count):
    circle = deque(letters)
    while len(circle) > 1:
        for _ in range(count - 1):
            circle.append(circle.popleft())
        hit = circle.popleft()
        if hit.isupper():
            circle.append(hit.lower())
    return circle[0]


def small(letters, count):
    return len(letters) * count <= 20000


def shirts(seed, n, capitals):
    rng = random.Random(seed)
    letters = "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(n))
    return "".join(c.upper() if rng.random() < capitals else c for c in letters)


def many(seed, cases, n, count):
    rng = random.Random(seed)
    return [(shirts(rng.random(), rng.randint(1, n), rng.choice((0, 0.3, 0.6, 1))), rng.randint(1, count)) for _ in range(cases)]


E9 = 10**9
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SAMPLES = [("abcd", 2), ("aBc", 2), ("xY", E9)]
SECRET = [
    ("corners", [
        ("a", 1), ("Z", 1), ("Z", E9), ("ab", 1), ("ab", 2), ("AB", 1), ("AB", 2), ("Ab", 1), ("aB", 1), ("aB", 2), ("Ab", 2), ("ABC", 3), ("abc", E9), ("ABCD", E9 - 1),
        (ALPHABET, 1), (ALPHABET, 7), (ALPHABET.upper(), 26), (ALPHABET + ALPHABET.upper(), 13),
    ]),
    ("random-tiny", many(1, 200, 7, 9)),
    ("random-small", many(2, 100, 40, 100)),
    ("random-far", many(3, 100, 60, E9)),
    ("max-capitals", [(shirts(4, 1000, 1), E9), (shirts(5, 1000, 1), 999999937), (shirts(6, 1000, 1), 1)]),
    ("max-mixed", [(shirts(7, 1000, 0.5), 123456789), (shirts(8, 1000, 0.1), 2), (shirts(9, 999, 0), 1000)]),
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
