"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random
from itertools import product

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(squares, lanes):
    """Lanes off a spanning tree go anywhere; those of the tree mend what is odd, from the tips on."""
    if len(lanes) % 2:
        return []
    near = [[] for _ in range(squares)]
    for i, (a, b) in enumerate(lanes):
        near[a].append((b, i))
        near[b].append((a, i))
    order, parent = [0], {0: None}
    for square in order:
        for other, i in near[square]:
            if other not in parent:
                parent[other] = square, i
                order.append(other)
    result, odd = [list(lane) for lane in lanes], [0] * squares
    tree = {link[1] for link in parent.values() if link}
    for i, (_, b) in enumerate(lanes):
        if i not in tree:
            odd[b] ^= 1
    for square in reversed(order[1:]):
        up, i = parent[square]
        end = square if odd[square] else up
        result[i] = [up if end == square else square, end]
        odd[end] ^= 1
    return result


def right(squares, lanes, answer):
    arrivals = [0] * squares
    for _, b in answer:
        arrivals[b] += 1
    return all(sorted(x) == sorted(y) for x, y in zip(lanes, answer)) and not any(n % 2 for n in arrivals)


def brute(squares, lanes):
    """Whether there is an answer, by trying all."""
    return any(right(squares, lanes, [lane[::turn] for lane, turn in zip(lanes, turns)]) for turns in product((1, -1), repeat=len(lanes)))


def village(rng, squares, lanes, reach=None):
    """A tree, and lanes at random; with a small reach, every square hangs at one just before it."""
    lanes = min(lanes, squares * (squares - 1) // 2)
    names = list(range(squares))
    if reach is None:
        rng.shuffle(names)
    pairs = {(rng.randrange(max(0, i - (reach or i)), i), i) for i in range(1, squares)}
    while len(pairs) < lanes:
        pairs.add(tuple(sorted(rng.sample(range(squares), 2))))
    result = [[names[x] for x in rng.sample(pair, 2)] for pair in sorted(pairs)]
    rng.shuffle(result)
    return squares, result


RNG = random.Random(23)
FILES = [
    ("corners", [(2, [[0, 1]]), (3, [[0, 1], [1, 2]]), (3, [[0, 1], [0, 2]]), (3, [[2, 1], [1, 0], [0, 2]]), (5, [[a, b] for a in range(5) for b in range(a)]), (6, [[0, i] for i in range(1, 6)]), (7, [[i, 6] for i in range(6)])]),
    ("random-small", [village(RNG, RNG.randint(2, 6), RNG.randint(1, 10)) for _ in range(20)]),
    ("random-medium", [village(RNG, 40, 60 + i) for i in range(4)]),
    ("large-tree", [village(RNG, 3001, 3000)]),
    ("large-chain", [village(RNG, 2501, 2500, 1)]),
    ("large-odd", [village(RNG, 1000, 1999)]),
    ("large-dense", [village(RNG, 70, 2000)]),
    ("large-random", [village(RNG, 1500, 5000)]),
]
for name, cases in [*FILES[:2], ("more", [village(RNG, RNG.randint(2, 6), RNG.randint(1, 10)) for _ in range(150)])]:
    assert all(brute(*case) == bool(solve(*case)) for case in cases), name
assert all(right(*case, solve(*case)) for _, cases in FILES for case in cases if len(case[1]) % 2 == 0)

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
