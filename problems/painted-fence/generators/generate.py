"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random
from bisect import bisect_right

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def play(kind, arguments, names):
    """What every call on a new object answers."""
    thing = kind(*arguments[0])
    return [None] + [getattr(thing, name)(*values) for name, values in zip(names[1:], arguments[1:])]


class PaintedFence:
    """Pieces of one colour: where they begin, and the colours, in two arrays."""
    def __init__(self, boards):
        self.starts, self.colours, self.boards = [0, boards], [0, -1], {0: boards}
        self.sum = 0

    def cut(self, at):
        i = bisect_right(self.starts, at) - 1
        if self.starts[i] == at:
            return i
        self.starts.insert(i + 1, at)
        self.colours.insert(i + 1, self.colours[i])
        return i + 1

    def paint(self, first, last, colour):
        i, j = self.cut(first), self.cut(last + 1)
        for k in range(i, j):
            self.add(self.colours[k], self.starts[k] - self.starts[k + 1])
        self.starts[i:j], self.colours[i:j] = [first], [colour]
        self.add(colour, last + 1 - first)

    def add(self, colour, boards):
        self.boards[colour] = self.boards.get(colour, 0) + boards
        self.sum += colour * boards

    def colourOf(self, board):
        return self.colours[bisect_right(self.starts, board) - 1]

    def count(self, colour):
        return self.boards.get(colour, 0)

    def brightness(self):
        return self.sum


class Brute:
    """Board by board."""
    def __init__(self, boards):
        self.fence = [0] * boards

    def paint(self, first, last, colour):
        for board in range(first, last + 1):
            self.fence[board] = colour

    def colourOf(self, board):
        return self.fence[board]

    def count(self, colour):
        return self.fence.count(colour)

    def brightness(self):
        return sum(self.fence)


def solve(names, arguments, kind=PaintedFence):
    return play(kind, arguments, names)


def painter(rng, boards, calls, longest, colours, weights=(6, 3, 2, 1)):
    names, arguments = ["PaintedFence"], [[boards]]
    for name in rng.choices(["paint", "colourOf", "count", "brightness"], weights, k=calls):
        names.append(name)
        first = rng.randrange(boards)
        arguments.append({"paint": [first, min(boards - 1, first + rng.randrange(longest)), rng.randint(0, colours)], "colourOf": [first], "count": [rng.randint(0, colours)]}.get(name, []))
    return names, arguments


def stripes(rng, calls):
    """Every second board, in any order: nothing can be joined."""
    boards = rng.sample(range(0, 2 * calls, 2), calls - 1)
    return ["PaintedFence"] + ["paint"] * len(boards) + ["brightness"], [[2 * calls]] + [[board, board, board % 9 + 1] for board in boards] + [[]]


def layers(calls):
    """One within the other, and in the end all of it."""
    return (["PaintedFence"] + ["paint"] * calls + ["count", "paint", "count", "brightness"],
            [[10**9]] + [[k * 1000, 10**9 - 1 - k * 1000, k % 7] for k in range(calls)] + [[3], [0, 10**9 - 1, 9], [3], []])


RNG = random.Random(24)
FILES = [
    ("corners", [(["PaintedFence"], [[1]]), (["PaintedFence", "colourOf", "count", "count", "brightness"], [[10**9], [10**9 - 1], [0], [1], []]),
                 (["PaintedFence", "paint", "paint", "colourOf", "brightness"], [[1], [0, 0, 10**6], [0, 0, 0], [0], []]),
                 (["PaintedFence", "paint", "paint", "paint", "count", "count"], [[9], [0, 3, 4], [4, 8, 4], [3, 4, 4], [4], [0]]),
                 (["PaintedFence", "paint", "paint", "paint", "colourOf", "colourOf", "colourOf", "brightness"], [[9], [2, 6, 1], [3, 5, 2], [4, 4, 3], [3], [4], [6], []])]),
    ("random-small", [painter(RNG, n := RNG.randint(1, 12), RNG.randint(1, 20), n, 3) for _ in range(150)]),
    ("random-medium", [painter(RNG, 500, 150, 60, 5) for _ in range(5)]),
    ("large-random", [painter(RNG, 10**9, 700, 10**8, 10**6)]),
    ("large-layers", [layers(700)]),
    ("large-stripes", [stripes(RNG, 7900)]),
]
for name, cases in FILES[1:3]:
    assert all(solve(*case) == solve(*case, Brute) for case in cases), name

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
