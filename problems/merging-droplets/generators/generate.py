"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def solve(droplets):
    wire = []
    for x in droplets:
        while wire and wire[-1] == x:
            x += wire.pop()
        wire.append(x)
    return wire


def brute(droplets):
    """Looks for the first pair of equal neighbours, again and again, among those that are on the wire."""
    wire = []
    for x in droplets:
        wire = wire + [x]
        calm = False
        while not calm:
            calm = True
            for i in range(len(wire) - 1):
                if wire[i] == wire[i + 1]:
                    wire[i:i + 2] = [2 * wire[i]]
                    calm = False
                    break
    return wire


def small(droplets):
    return len(droplets) <= 60


def many(seed, cases, n, sizes):
    rng = random.Random(seed)
    return [([rng.choice(sizes) for _ in range(rng.randint(1, n))],) for _ in range(cases)]


def unmerge(seed, total, n):
    """Splits a droplet at random until there are n of them: they may merge into the one again."""
    rng = random.Random(seed)
    drops = [total]
    while len(drops) < n:
        i = rng.randrange(len(drops))
        if drops[i] % 2 == 0:
            drops[i:i + 1] = [drops[i] // 2] * 2
    return (drops,)


POWERS = [2**k for k in range(30, -1, -1)]
SAMPLES = [([4, 2, 1, 1, 5],), ([1, 1, 1, 1, 1],), ([1, 2, 1, 3],)]
SECRET = [
    ("corners", [
        ([1],), ([10**9],), ([1, 1],), ([3, 3, 6, 12],), ([6, 3, 3],), ([12, 6, 3, 3],), ([10**9, 10**9],), ([2, 1, 1, 2],), ([1, 1, 2, 2],), ([1, 2, 2, 1, 1],),
        (POWERS[1:] + [1],), ([2**30, 2**29, 2**29 - 1],),
    ]),
    ("random-tiny", many(1, 150, 10, [1, 2, 4])),
    ("random-small", many(2, 40, 60, [1, 1, 1, 2, 3, 6])),
    ("random-odd", many(3, 10, 200, [3, 5, 7])),
    ("unmerged", [unmerge(4, 2**30, 500), unmerge(5, 3 * 2**28, 1000), unmerge(6, 5 * 2**20, 2000)]),
    ("max-ones", [([1] * 40000,), ([1] * 32768,)]),
    ("large-nothing-merges", [([3, 5] * 10000,)]),
    ("large-random", many(7, 2, 12000, [1, 1, 2])),
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
