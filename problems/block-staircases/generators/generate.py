"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
from itertools import combinations


def solve(blocks, highest):
    def build(left, least):
        if left == 0:
            found.append(list(columns))
        for height in range(least, min(left, highest) + 1):
            columns.append(height)
            build(left - height, height + 1)
            columns.pop()

    found, columns = [], []
    build(blocks, 1)
    return sorted(found)


def brute(blocks, highest):
    heights = range(1, min(blocks, highest) + 1)
    return sorted(list(c) for n in range(1, 8) for c in combinations(heights, n) if sum(c) == blocks)


def small(blocks, _):
    return blocks <= 20


SAMPLES = [(6, 6), (6, 4), (6, 2)]
SECRET = [
    ("one-block", [(1, 1), (1, 2), (1, 42)]),
    ("two-blocks", [(2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3)]),
    ("up-to-twelve", [(n, h) for n in range(4, 13) for h in range(1, n + 1, 2)]),
    ("no-shelf", [(n, 42) for n in range(13, 26)]),
    ("whole-triangle", [(n * (n + 1) // 2, n) for n in range(1, 9)] + [(n * (n + 1) // 2 - 1, n) for n in range(2, 9)] + [(36, 7), (42, 8)]),
    ("low-shelf", [(30, 8), (35, 9), (40, 10), (42, 11), (42, 3)]),
    ("large", [(36, 36), (40, 12), (41, 14)]),
    ("max", [(42, 42)]),
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
