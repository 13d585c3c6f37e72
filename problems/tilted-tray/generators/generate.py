"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(tray, moves):
    """A row falls into pieces at its blocks; in each of them the marbles go to one end."""
    def roll(rows, back):
        return ["#".join("".join(sorted(piece, reverse=back)) for piece in row.split("#")) for row in rows]

    def turn(rows):
        return ["".join(column) for column in zip(*rows)]

    rows = ["".join(row) for row in tray]
    for move in moves:
        # "." sorts before "o".
        rows = roll(rows, move == "L") if move in "LR" else turn(roll(turn(rows), move == "U"))
    return [list(row) for row in rows]


def brute(tray, moves):
    """A marble a step, for as long as one can move."""
    tray = [list(row) for row in tray]
    for move in moves:
        y, x = {"L": (0, -1), "R": (0, 1), "U": (-1, 0), "D": (1, 0)}[move]
        moved = True
        while moved:
            moved = False
            for r, row in enumerate(tray):
                for c, square in enumerate(row):
                    if square == "o" and 0 <= r + y < len(tray) and 0 <= c + x < len(row) and tray[r + y][c + x] == ".":
                        row[c], tray[r + y][c + x] = ".", "o"
                        moved = True
    return tray


def trays(rng, count, largest, most, squares=".o#", rows=None):
    cases = []
    for _ in range(count):
        height, width = rows or rng.randint(1, largest), rng.randint(1, largest) if rows is None else largest
        tray = [[rng.choice(squares) for _ in range(width)] for _ in range(height)]
        cases.append((tray, "".join(rng.choice("LRUD") for _ in range(most if rows else rng.randint(1, most)))))
    return cases


RNG = random.Random(1)
FILES = [
    ("corners", [([["."]], "L"), ([["#"]], "D"), ([["o", "."]], "R"), ([["."], ["o"]], "U"), ([["o", "#", "."]], "R"), ([["o", "o", "o"]], "R"), ([[".", "o", ".", "#", "o", "."]], "LR"),
                 ([["o", "."], [".", "."]], "RDLU")]),
    ("random-small", trays(RNG, 200, 5, 6)),
    ("random-medium", trays(RNG, 8, 12, 30, "...oo#")),
    ("large-sparse", trays(RNG, 1, 50, 1000, "." * 20 + "o", 50)),
    ("large-to-and-fro", [(trays(RNG, 1, 50, 1000, "....o", 50)[0][0], "LR" * 500), (trays(RNG, 1, 50, 1000, "....o", 50)[0][0], "UD" * 500)]),
    ("large-blocks", trays(RNG, 1, 50, 1000, "......ooo#", 50)),
    ("one-row", [(trays(RNG, 1, 50, 1000, "....o#", 1)[0][0], "RL" * 500)]),
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
