"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(links):
    half = (len(links) + 1) // 2
    return [links[i] + links[-1 - i] if i != len(links) - 1 - i else links[i] for i in range(half)]


def brute(links):
    """Takes both ends off until nothing is left."""
    links, folded = list(links), []
    while len(links) > 1:
        folded.append(links.pop(0) + links.pop())
    return folded + links


def chains(seed, count, longest, largest):
    rng = random.Random(seed)
    return [([rng.randint(-largest, largest) for _ in range(rng.randint(1, longest))],) for _ in range(count)]


E9 = 10**9
FILES = [
    ("corners", [([5],), ([1, 2],), ([0, 0, 0],), ([E9, -E9, E9, E9],), ([-E9, 1, -E9],), ([3, 3, 3, 3, 3],)]),
    ("every-length", [([*range(1, length + 1)],) for length in range(1, 41)]),
    ("random-small", chains(1, 150, 12, 9)),
    ("random-medium", chains(2, 20, 300, E9)),
    ("large-even", [(random.Random(3).choices(range(-E9, E9 + 1), k=10000),)]),
    ("large-odd", [(random.Random(4).choices(range(-999, 1000), k=9999),)]),
]
for name, cases in FILES[:3]:
    assert all(solve(*case) == brute(*case) for case in cases), name

SECRET.mkdir(parents=True, exist_ok=True)
for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
    old.unlink()
sample, lines = (SECRET.parent / "sample" / "1.in").read_text().splitlines(keepends=True), len(FILES[0][1][0])
seen = {"".join(sample[i:i + lines]) for i in range(0, len(sample), lines)}
for number, (name, cases) in enumerate(FILES, 1):
    path, answers = SECRET / f"{number:02d}-{name}", {}
    for case in cases:
        text = "".join(map(line, case))
        if text not in seen:
            seen.add(text)
            answers[text] = line(solve(*case))
    path.with_suffix(".in").write_text("".join(answers))
    path.with_suffix(".ans").write_text("".join(answers.values()))
