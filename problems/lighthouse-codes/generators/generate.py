"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
from itertools import combinations


def solve(length, flashes):
    def extend(code, left):
        if len(code) == length:
            if left == 0 and not (code[0] == "*" and code[-1] == "*"):
                found.append(code)
            return
        extend(code + "-", left)
        if left and not code.endswith("*"):
            extend(code + "*", left - 1)

    found = []
    extend("", flashes)
    return sorted(found)


def brute(length, flashes):
    found = []
    for seconds in combinations(range(length), flashes):
        if all((s + 1) % length not in seconds for s in seconds):
            found.append("".join("*" if s in seconds else "-" for s in range(length)))
    return sorted(found)


def small(length, _):
    return length <= 16


SAMPLES = [(4, 2), (4, 1), (1, 1)]
SECRET = [
    ("one-second", [(1, 0), (1, 1)]),
    ("two-and-three", [(2, 0), (2, 1), (2, 2), (3, 0), (3, 1), (3, 2), (3, 3)]),
    ("up-to-ten", [(n, k) for n in range(4, 11) for k in range(n + 1)]),
    ("up-to-fifteen", [(n, k) for n in range(11, 16) for k in (0, 1, 2, n // 2 - 1, n // 2, n // 2 + 1, n)]),
    ("large", [(16, 4), (17, 8), (18, 9), (18, 2), (17, 3)]),
    ("max", [(18, 5), (18, 6)]),
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
