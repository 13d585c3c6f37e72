"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def levels(tree):
    """[value, left, right] or None, as LeetCode writes it."""
    found, layer = [], [tree] if tree else []
    while layer:
        found += [node and node[0] for node in layer]
        layer = [child for node in layer if node for child in node[1:]]
    while found and found[-1] is None:
        found.pop()
    return found


def plant(values):
    """The tree [value, left, right] that LeetCode's notation stands for."""
    if not values:
        return None
    root, rest = [values[0], None, None], iter(values[1:])
    parents = [root]
    for parent in parents:
        for side in (1, 2):
            value = next(rest, None)
            if value is not None:
                parent[side] = [value, None, None]
                parents.append(parent[side])
    return root


def wild(rng, size, value, height=400):
    """A random tree: every new node hangs at a free place that is drawn at random."""
    root = [value(), None, None]
    free = [(root, 1, 2), (root, 2, 2)]
    for _ in range(size - 1):
        place = rng.randrange(len(free))
        free[place], free[-1] = free[-1], free[place]
        parent, side, depth = free.pop()
        parent[side] = [value(), None, None]
        if depth < height:
            free += [(parent[side], 1, depth + 1), (parent[side], 2, depth + 1)]
    return root


def vine(rng, size, value):
    """A chain that turns left and right at random."""
    root = node = [value(), None, None]
    for _ in range(size - 1):
        side = rng.choice((1, 2))
        node[side] = [value(), None, None]
        node = node[side]
    return root


def solve(values, limit):
    root = plant(values)
    pieces, nodes = [root], [root]
    for node in nodes:
        for side in (1, 2):
            child = node[side]
            if child:
                nodes.append(child)
                if abs(child[0] - node[0]) > limit:
                    pieces.append(child)
                    node[side] = None
    return [levels(piece) for piece in pieces]


def brute(values, limit):
    """Every node whose bond to its parent is broken begins a piece, copied as far as it holds."""
    def copy(node):
        return node and [node[0], *(copy(c) if c and abs(c[0] - node[0]) <= limit else None for c in node[1:])]

    def begin(node, parent):
        if not node:
            return []
        own = [levels(copy(node))] if parent is None or abs(node[0] - parent[0]) > limit else []
        return own + begin(node[1], node) + begin(node[2], node)

    return begin(plant(values), None)


def trees(seed, count, largest, high, limit):
    rng = random.Random(seed)
    return [(levels(wild(rng, rng.randint(1, largest), lambda: rng.randint(-high, high))), rng.randint(0, limit)) for _ in range(count)]


E9 = 10**9
RNG = random.Random(9)
FILES = [
    ("corners", [([3], 0), ([E9, -E9, -E9], 2 * E9), ([E9, -E9, -E9], 2 * E9 - 1), ([-E9, E9, None, -E9], 1), ([0, 3, -3], 3), ([0, 3, -3], 2), ([1, None, 2, None, 3], 0)]),
    ("random-small", trees(1, 150, 9, 4, 5)),
    ("random-medium", trees(2, 10, 150, 100, 100)),
    ("vines", [(levels(vine(RNG, size, lambda: RNG.randint(0, 9))), 5) for size in (2, 50, 400)]),
    ("large-random", [(levels(wild(RNG, 5000, lambda: RNG.randint(-999, 999))), 700)]),
    ("large-all-snap", [(levels(plant([i % 2 for i in range(5000)])), 0), ([i.bit_length() for i in range(1, 2048)], 0)]),
    ("large-none-snaps", [(levels(wild(RNG, 3000, lambda: RNG.randint(-99, 99))), 198)]),
]
for name, cases in FILES[:3]:
    assert all(sorted(map(str, solve(*case))) == sorted(map(str, brute(*case))) for case in cases), name

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
