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


def solve(sketches):
    """Adds up by place: a place is the way to it from the root."""
    places = {}

    def put(node, way):
        if node:
            places[way] = places.get(way, 0) + node[0]
            put(node[1], way + "l")
            put(node[2], way + "r")

    def picture(way):
        return [places[way], picture(way + "l"), picture(way + "r")] if way in places else None

    for values in sketches:
        put(plant(values), "")
    return levels(picture(""))


def brute(sketches):
    def both(a, b):
        return [a[0] + b[0], both(a[1], b[1]), both(a[2], b[2])] if a and b else a or b

    common = None
    for values in sketches:
        common = both(common, plant(values))
    return levels(common)


def sheets(rng, count, largest, high, none=0.0):
    return ([levels(wild(rng, rng.randint(1, largest), lambda: rng.randint(0, high))) if rng.random() >= none else [] for _ in range(count)],)


RNG = random.Random(8)
FILES = [
    ("corners", [([[]],), ([[0]],), ([[0], []],), ([[1, 2], [1, None, 2]],), ([[1, None, 2], [1, 2]],), ([[100000]] * 3,), ([[], [], [1]],)]),
    ("random-small", [sheets(RNG, RNG.randint(1, 5), 6, 9, 0.1) for _ in range(150)]),
    ("random-medium", [sheets(RNG, 20, 20, 100) for _ in range(10)]),
    ("vines", [([levels(vine(RNG, 400, lambda: RNG.randint(0, 9))) for _ in range(5)],)]),
    ("large-one-sketch", [(sheets(RNG, 1, 1, 0)[0] + [levels(wild(RNG, 5000, lambda: RNG.randint(0, 9)))] + [[RNG.randint(0, 9)] for _ in range(4990)],)]),
    ("large-many", [sheets(RNG, 5000, 3, 999)]),
    ("large-few", [sheets(RNG, 5, 1900, 9)]),
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
