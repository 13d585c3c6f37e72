"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random
from functools import lru_cache


@lru_cache(None)
def ways(digits, rest, towers):
    """Strings of so many digits whose sum leaves this rest."""
    if digits == 0:
        return 1 if rest == 0 else 0
    return sum(ways(digits - 1, (rest - d) % towers, towers) for d in range(10))


def up_to(n):
    digits = list(map(int, str(n)))
    towers, total, count = len(digits), 0, 0
    for length in range(1, towers):
        count += sum(ways(length - 1, -d % length, length) for d in range(1, 10))
    for i, d in enumerate(digits):
        count += sum(ways(towers - 1 - i, -(total + e) % towers, towers) for e in range(1 if i == 0 else 0, d))
        total += d
    return count + (total % towers == 0)


def solve(low, high):
    return up_to(high) - (up_to(low - 1) if low > 1 else 0)


def brute(low, high):
    return sum(sum(map(int, str(x))) % len(str(x)) == 0 for x in range(low, high + 1))


def small(low, high):
    return high - low <= 20000


def ranges(seed, n, top, width):
    rng = random.Random(seed)
    result = []
    for _ in range(n):
        low = rng.randint(1, top)
        result.append((low, min(10**15, low + rng.randint(0, width))))
    return result


E15 = 10**15
SAMPLES = [(10, 20), (1, 9), (999, 1000)]
SECRET = [
    ("corners", [
        (1, 1), (9, 10), (10, 10), (11, 11), (99, 100), (99, 99), (100, 102), (1, 10), (1, 99), (1, 100), (1, 1000), (1000, 1003), (12345, 12345), (E15, E15), (E15 - 1, E15),
    ]),
    ("powers-of-ten", [(1, 10**k) for k in range(0, 16)] + [(10**k - 1, 10**k + 1) for k in range(1, 15)] + [(10**k, 10 ** (k + 1) - 1) for k in range(15)]),
    ("random-small", ranges(1, 100, 2000, 1000)),
    ("random-narrow", ranges(2, 60, E15, 10000)),
    ("random-wide", ranges(3, 60, E15, E15)),
    ("random-medium", [r for k in range(4, 15) for r in ranges(k, 4, 10**k, 10**k)]),
    ("beyond-32-bits", [(2147483647, 2147483648), (2**32, 2**33), (1, 2**31), (4294967295, 4294967297), (2**53 // 10, E15)]),
    ("max", [(1, E15), (1, E15 - 1), (2, 999999999999998)]),
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
