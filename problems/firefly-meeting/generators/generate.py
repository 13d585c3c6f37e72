"""Rewrites data/secret (always the same files)."""
import pathlib
import random
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(flies):
    """Exact: raise the time to what the most distant pair of ranges needs."""
    time = Fraction(0)
    while True:
        p, q = time.numerator, time.denominator
        right = max((x * q - v * p, x, v) for x, v in flies)
        left = min((x * q + v * p, x, v) for x, v in flies)
        if right[0] <= left[0]:
            return repr(float(time))
        time = Fraction(right[1] - left[1], right[2] + left[2])


def swarm(seed, n, far, fast):
    rng = random.Random(seed)
    return [(rng.randint(-far, far), rng.randint(1, fast)) for _ in range(n)]


def slow_inside(seed, n, far, fast):
    """The faster a firefly, the farther out it may sit."""
    rng = random.Random(seed)
    flies = []
    for _ in range(n):
        v = rng.randint(1, fast)
        r = far * v // fast
        flies.append((rng.randint(-r, r), v))
    return flies


E9 = 10**9
CASES = [
    ("alone", [(42, 7)]),
    ("two", [(-3, 1), (4, 2)]),
    ("same-place", [(5, 1), (5, 9), (5, 3)]),
    ("farthest-and-slowest", [(-E9, 1), (E9, 1)]),
    ("farthest-and-fastest", [(-E9, 10**6), (E9, 10**6)]),
    ("tiny-time", [(0, 10**6), (1, 10**6), (0, 999999)]),
    ("inner-pair-decides", [(-100, 1000), (0, 1), (9, 1), (100, 1000)]),
    ("slow-one-decides", [(-1000, 1000), (999, 1), (1000, 1000), (-500, 900)]),
    ("random-small", swarm(41, 50, 1000, 10)),
    ("random-medium", swarm(42, 2000, E9, 10**6)),
    ("big-answer", [(E9 - 1, 1), (-E9, 2), (17, 3), (-E9 + 1, 2)]),
    ("max-random", swarm(43, 80000, 9999, 99)),
    ("large-slow-inside", slow_inside(44, 9999, 9999, 999)),
    ("large-far", slow_inside(45, 4000, E9, 10**6)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, flies) in enumerate(CASES, 1):
    text = f"{len(flies)}\n" + "".join(f"{x} {v}\n" for x, v in flies)
    (SECRET / f"{i:02d}-{name}.in").write_text(text)
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(flies)}\n")
