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


def solve(trees):
    names, groups = {}, {}

    def name(node):
        """The same number for nodes that can be turned into one another."""
        if node is None:
            return -1
        return names.setdefault((node[0], *sorted((name(node[1]), name(node[2])))), len(names))

    for number, tree in enumerate(trees):
        groups.setdefault(name(plant(tree)), []).append(number)
    return list(groups.values())


def brute(trees):
    def twins(a, b):
        if a is None or b is None:
            return a is b
        return a[0] == b[0] and (twins(a[1], b[1]) and twins(a[2], b[2]) or twins(a[1], b[2]) and twins(a[2], b[1]))

    groups = []
    for number, tree in enumerate(trees):
        for group in groups:
            if twins(plant(trees[group[0]]), plant(tree)):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


def turned(rng, tree):
    if tree is None:
        return None
    sides = [turned(rng, tree[1]), turned(rng, tree[2])]
    rng.shuffle(sides)
    return [tree[0], *sides]


def orchard(rng, count, kinds, largest, high):
    """Trees of a few kinds, each turned at random."""
    seeds = [wild(rng, rng.randint(1, largest), lambda: rng.randint(0, high), 300) for _ in range(kinds)]
    return ([levels(turned(rng, rng.choice(seeds))) for _ in range(count)],)


def full(rng, height, twos):
    """A full tree of ones; at some of its tips are twos, spread at random."""
    tips = [2] * twos + [1] * (2 ** (height - 1) - twos)
    rng.shuffle(tips)
    return [1] * (2 ** (height - 1) - 1) + tips


def nearly(rng, count):
    """Trees of three nodes, no two of them twins."""
    tips = [[a, b] for a in range(130) for b in range(a + 1)]
    rng.shuffle(tips)
    return ([[1, *rng.sample(pair, 2)] for pair in tips[:count]],)


RNG = random.Random(7)
FILES = [
    ("corners", [([[0]],), ([[0], [0], [1]],), ([[1, 2], [1, None, 2], [2, 1]],), ([[1, 1, 1], [1, 1, None, 1], [1, None, 1, 1]],), ([[1000, 0], [0, 1000]],),
                 ([[1, 2, 2, 3, None, 3], [1, 2, 2, 3, 3]],)]),
    ("random-tiny", [orchard(RNG, RNG.randint(1, 8), 5, 5, 1) for _ in range(150)]),
    ("random-small", [orchard(RNG, 12, 6, 8, 2) for _ in range(40)]),
    ("full-trees", [([full(RNG, 10, twos // 2 + 250) for twos in range(14)],)]),
    ("vines", [([levels(vine(RNG, 100, lambda: RNG.randint(7, 7 + i % 2))) for i in range(10)],)]),
    ("large-many", [orchard(RNG, 2000, 500, 9, 1)]),
    ("large-few", [orchard(RNG, 6, 3, 1500, 1000)]),
    ("large-all-different", [nearly(RNG, 7000)]),
]
for name, cases in FILES[:3]:
    assert all(sorted(solve(*case)) == sorted(brute(*case)) for case in cases), name

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
