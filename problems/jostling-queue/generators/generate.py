"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def solve(heights):
    """The sum of the differences of all pairs that stand the wrong way around, by merging."""
    effort = 0

    def sort(part):
        nonlocal effort
        if len(part) < 2:
            return part
        left, right = sort(part[:len(part) // 2]), sort(part[len(part) // 2:])
        rest, merged, i = sum(left), [], 0
        for x in right:
            while i < len(left) and left[i] <= x:
                rest -= left[i]
                merged.append(left[i])
                i += 1
            effort += rest - (len(left) - i) * x
            merged.append(x)
        return merged + left[i:]

    sort(heights)
    return effort


def brute(heights):
    """Bubble sort."""
    effort, sorted_ = 0, False
    while not sorted_:
        sorted_ = True
        for i in range(len(heights) - 1):
            if heights[i] > heights[i + 1]:
                effort += heights[i] - heights[i + 1]
                heights[i], heights[i + 1] = heights[i + 1], heights[i]
                sorted_ = False
    return effort


def small(heights):
    return len(heights) <= 200


def many(seed, cases, n, top):
    rng = random.Random(seed)
    return [([rng.randint(1, top) for _ in range(rng.randint(1, n))],) for _ in range(cases)]


def trolls(seed, n, low, high, order=None):
    rng = random.Random(seed)
    heights = [rng.randint(low, high) for _ in range(n)]
    if order:
        heights.sort(reverse=order < 0)
    return (heights,)


def nearly_sorted(seed, n, swaps):
    rng = random.Random(seed)
    heights = list(range(1, n + 1))
    for _ in range(swaps):
        i, j = rng.randrange(n), rng.randrange(n)
        heights[i], heights[j] = heights[j], heights[i]
    return (heights,)


SAMPLES = [([30, 10, 20],), ([5, 5, 8, 8],), ([4, 3, 2, 1],)]
SECRET = [
    ("corners", [
        ([1],), ([10**6],), ([1, 10**6],), ([10**6, 1],), ([2, 2],), ([3, 1, 2],), ([2, 3, 1],), ([1, 3, 2, 3],), ([10**6] * 9 + [1] * 9,), ([5, 1, 5, 1, 5, 1],), ([7, 7, 7, 6],),
    ]),
    ("random-tiny", many(1, 150, 6, 5)),
    ("random-small", many(2, 50, 60, 100)),
    ("random-wide", many(3, 10, 200, 10**6)),
    ("medium", [trolls(4, 1000, 1, 999), trolls(5, 1000, 1, 10**6), trolls(6, 1000, 1, 3), nearly_sorted(7, 2000, 10)]),
    ("large-descending", [trolls(8, 8000, 1, 9999, -1)]),
    ("large-beyond-32-bits", [([10**6] * 2000 + [1] * 2000,)]),
    ("max-random", [trolls(9, 30000, 1, 9999)]),
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
