"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from collections import deque


def solve(wishes):
    order, played = [], set()
    table = deque(deque(songs) for songs in wishes)
    while table:
        songs = table.popleft()
        while songs and songs[0] in played:
            songs.popleft()
        if songs:
            played.add(songs[0])
            order.append(songs.popleft())
            table.append(songs)
    return order


def brute(wishes):
    order = []
    while True:
        before = len(order)
        for songs in wishes:
            left = [s for s in songs if s not in order]
            order += left[:1]
        if len(order) == before:
            return order


def small(wishes):
    return sum(map(len, wishes)) <= 150


def evening(seed, friends, n, songs):
    rng = random.Random(seed)
    wishes = [[] for _ in range(friends)]
    for _ in range(n):
        rng.choice(wishes).append(rng.randint(1, songs))
    return (wishes,)


def many(seed, cases, friends, n, songs):
    rng = random.Random(seed)
    return [evening(rng.random(), rng.randint(1, friends), rng.randint(0, n), songs) for _ in range(cases)]


def one_long(friends, n):
    """All others go at once: their lists are short."""
    return ([[1000 + i] for i in range(friends - 1)] + [list(range(1, n + 1))],)


SAMPLES = [([[3, 1, 4], [3, 5], [9, 4]],), ([[7, 7, 7], [], [7]],), ([[1, 2, 3], [2, 1, 4]],)]
SECRET = [
    ("corners", [
        ([[]],), ([[], [], []],), ([[1]],), ([[10**9]],), ([[5, 5]],), ([[1], [1], [1]],), ([[], [1, 2]],), ([[1, 2], []],), ([[1, 2, 3], [1, 2, 3], [1, 2, 3]],),
        ([[1, 2, 3], [3, 2, 1]],), ([[2, 2, 1], [1, 1, 2], [3]],), ([[11, 2], [9, 100, 20]],),
    ]),
    ("random-tiny", many(1, 120, 4, 10, 6)),
    ("random-small", many(2, 40, 8, 60, 30)),
    ("random-all-different", many(3, 10, 6, 80, 10**9)),
    ("large-few-songs", [evening(4, 50, 8000, 300)]),
    ("large-one-list-is-long", [one_long(2000, 12001)]),
    ("large-random", [evening(5, 300, 6000, 99999)]),
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
