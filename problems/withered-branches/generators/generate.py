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
    def prune(node):
        """What is left, and its sum."""
        if node is None:
            return None, 0
        (left, a), (right, b) = prune(node[1]), prune(node[2])
        total = node[0] + a + b
        return ([node[0], left, right], total) if total >= 0 else (None, 0)

    return levels(prune(plant(values))[0])


def brute(values):
    """Saws off any node whose parts above are all healthy, until nothing is to be sawn."""
    def total(node):
        return node[0] + total(node[1]) + total(node[2]) if node else 0

    def healthy(node):
        return node is None or (total(node) >= 0 and healthy(node[1]) and healthy(node[2]))

    def saw(holder, side):
        node = holder[side]
        if node is None:
            return False
        if healthy(node[1]) and healthy(node[2]):
            if total(node) < 0:
                holder[side] = None
                return True
            return False
        return saw(node, 1) or saw(node, 2)

    ground = [0, plant(values), None]
    while saw(ground, 1):
        pass
    return levels(ground[1])


def trees(seed, count, largest, low, high):
    rng = random.Random(seed)
    return [(levels(wild(rng, rng.randint(1, largest), lambda: rng.randint(low, high))),) for _ in range(count)]


def even(rng, size, value):
    return levels(plant([value() for _ in range(size)]))


RNG = random.Random(9)
FILES = [
    ("corners", [([0],), ([-1],), ([1],), ([-1, 1],), ([-1, 2, -3],), ([-2, 1],), ([5, -5, -5],), ([0, -1, None, -1],), ([1000, -1000, -1000, 1000, None, None, 999],)]),
    ("random-small", trees(1, 150, 9, -3, 3)),
    ("random-medium", trees(2, 12, 150, -10, 11)),
    ("vines", [(levels(vine(RNG, size, lambda: RNG.randint(-5, 5))),) for size in (2, 50, 400)]),
    ("large-random", trees(4, 1, 1, 0, 1) + [(levels(wild(RNG, 10000, lambda: RNG.randint(-1000, 1000))),)]),
    ("large-even", [(even(RNG, 10000, lambda: RNG.randint(-9, 10)),)]),
    ("large-all-negative", [(even(RNG, 10000, lambda: -1),)]),
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
