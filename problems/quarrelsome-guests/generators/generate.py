"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(guests, quarrels):
    """Whoever has cause moves. Every move sets more quarrels apart than it brings together, so there is an end."""
    foes = [[] for _ in range(guests)]
    for a, b in quarrels:
        foes[a].append(b)
        foes[b].append(a)
    rooms, restless = [0] * guests, list(range(guests))
    while restless:
        guest = restless.pop()
        if 2 * sum(rooms[foe] == rooms[guest] for foe in foes[guest]) > len(foes[guest]):
            rooms[guest] ^= 1
            restless += foes[guest]
    return rooms


def happy(guests, quarrels, rooms):
    same, all_of_them = [0] * guests, [0] * guests
    for a, b in quarrels:
        for guest in (a, b):
            all_of_them[guest] += 1
            same[guest] += rooms[a] == rooms[b]
    return all(2 * s <= t for s, t in zip(same, all_of_them))


def party(rng, guests, quarrels):
    every = guests * (guests - 1) // 2
    if quarrels > every // 2:
        pairs = rng.sample([[a, b] for a in range(guests) for b in range(a)], min(every, quarrels))
    else:
        pairs = set()
        while len(pairs) < quarrels:
            a, b = rng.sample(range(guests), 2)
            if (b, a) not in pairs:
                pairs.add((a, b))
        pairs = [list(pair) for pair in sorted(pairs)]
        rng.shuffle(pairs)
    return guests, pairs


def clubs(rng, count, size):
    """Everybody in a club has quarrelled with everybody in it, and each club a little with the next."""
    pairs = [[c * size + a, c * size + b] for c in range(count) for a in range(size) for b in range(a)]
    pairs += [[c * size + rng.randrange(size), (c + 1) * size + rng.randrange(size)] for c in range(count - 1)]
    rng.shuffle(pairs)
    return count * size, pairs


RNG = random.Random(21)
FILES = [
    ("corners", [(1, []), (2, []), (2, [[1, 0]]), (3, [[0, 1], [0, 2]]), (5, [[i, (i + 1) % 5] for i in range(5)]), (6, [[a, b] for a in range(6) for b in range(a)]), (7, [[3, i] for i in range(7) if i != 3])]),
    ("random-small", [party(RNG, n := RNG.randint(2, 8), RNG.randint(0, n * (n - 1) // 2)) for _ in range(20)]),
    ("random-medium", [party(RNG, 60, 60 * k) for k in (1, 2, 4, 8, 16)]),
    ("cycle", [(501, [[i, (i + 1) % 501] for i in range(501)])]),
    ("clubs", [clubs(RNG, 40, 12), clubs(RNG, 5, 31)]),
    ("large-sparse", [party(RNG, 1000, 2000)]),
    ("large-dense", [party(RNG, 120, 5000)]),
    ("large-random", [party(RNG, 1000, 5000)]),
]
for name, cases in [*FILES, ("more", [party(RNG, 7, k) for k in range(22)])]:
    assert all(happy(*case, solve(*case)) for case in cases), name

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
