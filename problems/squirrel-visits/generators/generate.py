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


def solve(values):
    """Across a branch go as many visits as there are pairs that it separates."""
    root = plant(values)
    everybody = sum(value for value in values if value is not None)
    total = 0

    def count(node):
        nonlocal total
        if node is None:
            return 0
        above = node[0] + count(node[1]) + count(node[2])
        total += above * (everybody - above)
        return above

    count(root)
    return total


def brute(values):
    """Finds the way between any two nodes from their ways to the root."""
    ways = []

    def walk(node, way):
        if node:
            ways.append((way, node[0]))
            walk(node[1], way + "l")
            walk(node[2], way + "r")

    walk(plant(values), "")
    total = 0
    for i, (a, m) in enumerate(ways):
        for b, n in ways[:i]:
            common = 0
            while common < min(len(a), len(b)) and a[common] == b[common]:
                common += 1
            total += m * n * (len(a) + len(b) - 2 * common)
    return total


RNG = random.Random(6)


def trees(count, largest, high):
    return [(levels(wild(RNG, RNG.randint(1, largest), lambda: RNG.randint(0, high))),) for _ in range(count)]


def broom():
    """Two long twigs with most of the squirrels at their ends."""
    def twig(side):
        root = node = [0, None, None]
        for _ in range(397):
            node[side] = [1, None, None]
            node = node[side]
        node[side] = [100, None, None]
        return root

    return levels([1, twig(1), twig(2)])


FILES = [
    ("corners", [([5],), ([0],), ([0, 0, 0],), ([1, 1],), ([1, None, 1],), ([100, 100, 100],), ([0, 100, 100],), ([100, None, 0, None, 100],)]),
    ("random-small", trees(150, 9, 3)),
    ("random-medium", trees(12, 120, 100)),
    ("vines", [(levels(vine(RNG, size, lambda: RNG.randint(0, 100))),) for size in (2, 60, 400)]),
    ("large-broom", [(broom(),)]),
    ("large-random", [(levels(wild(RNG, 10000, lambda: RNG.randint(0, 100))),)]),
    ("large-even", [([100] * 10000,)]),
]
for name, cases in FILES[:4]:
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
