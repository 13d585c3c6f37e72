"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(plan):
    """Square by square; a state is the set of squares ahead that are covered already."""
    width = len(plan[0])
    ways = {0: 1}
    for row in plan:
        for column, square in enumerate(row):
            then = {}

            def add(state, count):
                then[state] = then.get(state, 0) + count

            for state, count in ways.items():
                covered, rest = state & 1, state >> 1
                if square == "#":
                    if not covered:
                        add(rest, count)
                elif covered:
                    add(rest, count)
                else:
                    add(rest | 1 << width - 1, count)
                    if column + 1 < width and not rest & 1:
                        add(rest | 1, count)
            ways = then
    return ways.get(0, 0)


def brute(plan):
    open_squares = {(r, c) for r, row in enumerate(plan) for c, square in enumerate(row) if square == "."}

    def cover(left):
        if not left:
            return 1
        r, c = min(left)
        return sum(cover(left - {(r, c), other}) for other in ((r, c + 1), (r + 1, c)) if other in left)

    return cover(frozenset(open_squares))


def terrace(rng, rows, columns, beds):
    """So many flower beds at random, as many on black squares of a chessboard as on white ones."""
    squares = [["."] * columns for _ in range(rows)]
    for colour in (0, 1):
        places = [(r, c) for r in range(rows) for c in range(columns) if (r + c) % 2 == colour]
        extra = (rows * columns % 2) * (colour == 0)
        for r, c in rng.sample(places, min(len(places), beds // 2 + extra)):
            squares[r][c] = "#"
    return (["".join(row) for row in squares],)


def plain(rows, columns):
    return (["." * columns] * rows,)


RNG = random.Random(3)
FILES = [
    ("corners", [plain(1, 1), (["#"],), plain(1, 2), plain(2, 1), plain(1, 11), plain(1, 10), plain(10, 1), (["#" * 11] * 11,), (["##", "##", ".#"],), (["..#.."],), ([".", "#", "."],)]),
    ("plain-small", [plain(rows, columns) for rows in range(2, 6) for columns in range(2, 6)]),
    ("random-small", [terrace(RNG, RNG.randint(1, 5), RNG.randint(1, 5), RNG.randint(0, 6)) for _ in range(200)]),
    ("random-unbalanced", [(["".join(RNG.choice("...#") for _ in range(6)) for _ in range(5)],) for _ in range(40)]),
    ("plain-large", [plain(rows, columns) for rows in range(8, 12) for columns in range(8, 12)]),
    ("random-large", [terrace(RNG, RNG.randint(9, 11), RNG.randint(9, 11), RNG.randint(0, 14)) for _ in range(40)]),
    ("comb", [(["." * 11] + ["#." * 5 + "#"] * 10,), (["#." * 5 + "#"] * 10 + ["." * 11],), ([".#" * 5 + "."] * 10,)]),
]
for name, cases in FILES[:4]:
    assert all(solve(*case) == brute(*case) for case in cases), name
assert all(solve(*case) < 2**53 for _, cases in FILES for case in cases)

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
