"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def settle_column(column):
    """From the top: crates gather until a beam, which holds two, or the floor. Beams break from the top on."""
    rest, crates = ["."] * len(column), 0
    for i, c in enumerate(column + ["floor"]):
        if c == "o":
            crates += 1
        elif c == "floor" or c == "#" and crates <= 2:
            if c == "#":
                rest[i] = "#"
            for k in range(crates):
                rest[i - 1 - k] = "o"
            crates = 0
    return rest


def solve(shaft):
    return [list(row) for row in zip(*(settle_column(list(column)) for column in zip(*shaft)))]


def brute(shaft):
    """Step by step: crates fall by one, beams under three crates break, until nothing happens."""
    rows, moved = len(shaft), True
    while moved:
        moved = False
        for i in range(rows - 2, -1, -1):
            for j in range(len(shaft[0])):
                if shaft[i][j] == "o" and shaft[i + 1][j] == ".":
                    shaft[i][j], shaft[i + 1][j] = ".", "o"
                    moved = True
        for i in range(3, rows):
            for j in range(len(shaft[0])):
                if shaft[i][j] == "#" and all(shaft[i - k][j] == "o" for k in (1, 2, 3)):
                    shaft[i][j] = "."
                    moved = True
    return shaft


def small(shaft):
    return len(shaft) * len(shaft[0]) <= 4000


def grid(seed, rows, columns, cells):
    rng = random.Random(seed)
    return ([[rng.choice(cells) for _ in range(columns)] for _ in range(rows)],)


def many(seed, cases, top, cells):
    rng = random.Random(seed)
    return [grid(rng.random(), rng.randint(1, top), rng.randint(1, top), cells) for _ in range(cases)]


def column(text):
    return ([[c] for c in text],)


SAMPLES = [(["o.o", ".#.", "o.."],), column("ooo.#.."), column("oo#o#.")]
SAMPLES = [([list(row) for row in shaft],) for shaft, in SAMPLES]
SECRET = [
    ("corners", [
        column("."), column("o"), column("#"), column("o."), column("o#"), column(".o"), column("oo#"), column("ooo#"), column("oooo#"), column("o.#"), column("o.o.o#"),
        column("ooo##."), column("ooo#o#."), column("oo#o#o#"), column("ooo#####"), column("oo#oo#ooo#oo#"), column("o#oo#ooo#oooo#."), column("ooo#..oo#..o#"),
        ([list("o#.o#.ooo")],), ([list("ooo"), list("#.#"), list("...")],),
    ]),
    ("random-tiny", many(1, 110, 6, "oo#.")),
    ("random-tall", [grid(i, 40, 3, "ooo##...") for i in range(12)]),
    ("random-medium", [grid(21, 50, 60, "o#..."), grid(22, 60, 40, "oo#.")]),
    ("large-few-beams", [grid(23, 100, 40, "oo......#")]),
    ("max-random", [grid(24, 150, 90, "oo..#"), grid(25, 30, 150, "oo..#")]),
    ("large-all-crates", [([["o"] * 30 for _ in range(50)],)]),
]


def write(name, cases):
    inputs, answers = [], []
    for case in cases:
        if json.dumps(case) in SEEN:
            continue
        SEEN.add(json.dumps(case))
        answer = solve(*copy.deepcopy(case))
        if small(*case):
            assert answer == brute(*copy.deepcopy(case)), case
        inputs += [json.dumps(value, separators=(",", ":")) for value in case]
        answers.append(json.dumps(answer, separators=(",", ":")))
    path = ROOT / "data" / name
    path.with_suffix(".in").write_text("\n".join(inputs) + "\n")
    path.with_suffix(".ans").write_text("\n".join(answers) + "\n")


ROOT = pathlib.Path(__file__).resolve().parent.parent
SEEN = set()  # no case is there twice
for folder in ("sample", "secret"):
    (ROOT / "data" / folder).mkdir(parents=True, exist_ok=True)
    for old in (ROOT / "data" / folder).iterdir():
        old.unlink()
write("sample/1", SAMPLES)
for i, (name, cases) in enumerate(SECRET, 1):
    write(f"secret/{i:02d}-{name}", cases)
