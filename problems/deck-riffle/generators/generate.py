"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def once(deck):
    half = len(deck) // 2
    return [card for pair in zip(deck[half:], deck[:half]) for card in pair]


def solve(deck, times):
    """By doubling: the shuffle done 1, 2, 4, 8 … times."""
    power = once(list(range(len(deck))))
    while times:
        if times % 2:
            deck = [deck[i] for i in power]
        power = [power[i] for i in power]
        times //= 2
    return deck


def brute(deck, times):
    for _ in range(times):
        deck = once(deck)
    return deck


def small(deck, times):
    return len(deck) * times <= 10**5


def cards(seed, n, top=10**6):
    rng = random.Random(seed)
    return [rng.randint(1, top) for _ in range(n)]


def many(seed, cases, n, times):
    rng = random.Random(seed)
    return [(cards(rng.random(), 2 * rng.randint(1, n), 99), rng.randint(0, times)) for _ in range(cases)]


E9 = 10**9
SAMPLES = [([1, 2, 3, 4, 5, 6], 1), ([1, 2, 3, 4, 5, 6], 2), ([8, 3], E9)]
SECRET = [
    ("corners", [
        ([1, 2], 0), ([1, 2], 1), ([1, 2], 999999999), ([7, 7], 5), ([1, 2, 3, 4], 0), ([1, 2, 3, 4], 3), ([1, 2, 3, 4], 4), ([1, 2, 3, 4], E9),
        ([1, 2, 3, 4, 5, 6], 3), (list(range(1, 53)), 52), (list(range(1, 53)), 26), (list(range(1, 53)), E9 - 1), ([5] * 20, 12345),
    ]),
    ("random-few-times", many(1, 120, 6, 12)),
    ("random-many-times", many(2, 60, 12, E9)),
    ("medium", [(cards(3, 500), 777), (cards(4, 1000), 123456789), (cards(5, 998), E9)]),
    ("large-once", [(cards(6, 4000), 1)]),
    ("large-long-cycle", [(cards(7, 6000, 9999), E9)]),
    ("max", [(list(range(1, 10001)), 987654321)]),
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
