"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def play(kind, arguments, names):
    """What every call on a new object answers."""
    thing = kind(*arguments[0])
    return [None] + [getattr(thing, name)(*values) for name, values in zip(names[1:], arguments[1:])]


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


class TreeTourist:
    """Lives on LeetCode's own notation: a node is its place in the array."""
    def __init__(self, root):
        self.values, self.links = root, {}
        children = iter(range(1, len(root)))
        for node, value in enumerate(root):
            if value is not None:
                for way in "LR":
                    child = next(children, None)
                    if child is not None and root[child] is not None:
                        self.links[node, way], self.links[child, "U"] = child, node
        self.node, self.been = 0, {0}

    def step(self, way):
        if (self.node, way) not in self.links:
            return False
        self.node = self.links[self.node, way]
        self.been.add(self.node)
        return True

    def here(self):
        return self.values[self.node]

    def path(self):
        nodes = [self.node]
        while (nodes[-1], "U") in self.links:
            nodes.append(self.links[nodes[-1], "U"])
        return [self.values[node] for node in reversed(nodes)]

    def home(self):
        self.node = 0

    def seen(self):
        return len(self.been)


class Brute:
    """Remembers the way, and looks for the node again every time."""
    def __init__(self, root):
        self.root, self.way, self.ways = plant(root), "", {""}

    def nodes(self, way):
        nodes = [self.root]
        for turn in way:
            nodes.append(nodes[-1]["LR".index(turn) + 1])
        return nodes

    def step(self, way):
        if way == "U" and not self.way or way != "U" and self.nodes(self.way + way)[-1] is None:
            return False
        self.way = self.way[:-1] if way == "U" else self.way + way
        self.ways.add(self.way)
        return True

    def here(self):
        return self.path()[-1]

    def path(self):
        return [node[0] for node in self.nodes(self.way)]

    def home(self):
        self.way = ""

    def seen(self):
        return len(self.ways)


def solve(names, arguments, kind=TreeTourist):
    return play(kind, arguments, names)


RNG = random.Random(14)


def tour(root, calls, weights=(8, 2, 1, 1, 1), ways="LRU"):
    names = RNG.choices(["step", "here", "path", "home", "seen"], weights, k=calls)
    paths = [i for i, name in enumerate(names) if name == "path"]
    for i in paths[500:]:
        names[i] = "here"
    return ["TreeTourist"] + names, [[root]] + [[RNG.choice(ways)] if name == "step" else [] for name in names]


def tree(size, high, height=100):
    return levels(wild(RNG, size, lambda: RNG.randint(-high, high), height))


FILES = [
    ("corners", [(["TreeTourist"], [[[0]]]), (["TreeTourist", "here", "path", "seen", "step", "step", "step", "home", "seen"], [[[7]], [], [], [], ["L"], ["R"], ["U"], [], []]),
                 (["TreeTourist", "step", "here", "step", "here", "step", "step", "path", "seen"], [[[10**9, -10**9, 5]], ["L"], [], ["U"], [], ["R"], ["R"], [], []]),
                 (["TreeTourist", "step", "step", "home", "step", "seen", "path"], [[[1, None, 1, None, 1]], ["R"], ["R"], [], ["L"], [], []])]),
    ("random-small", [tour(tree(RNG.randint(1, 8), 3), RNG.randint(1, 25)) for _ in range(150)]),
    ("random-medium", [tour(tree(100, 99), 200) for _ in range(5)]),
    ("deep", [tour(levels(vine(RNG, 100, lambda: RNG.randint(0, 9))), 3000, (9, 1, 0.3, 0.01, 1), "LR")]),
    ("large-tree", [tour(tree(3000, 99), 1500)]),
    ("large-tour", [tour(levels(plant([RNG.randint(0, 9) for _ in range(2047)])), 3000, (9, 1, 1, 0.3, 1), "LLLRRRUU")]),
]
for title, cases in FILES:
    assert all(solve(*case) == solve(*case, Brute) for case in cases), title

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
