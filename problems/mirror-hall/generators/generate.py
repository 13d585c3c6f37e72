"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def shine(hall, i, j, di, dj):
    """The squares a beam comes through."""
    lit = set()
    while 0 <= i < len(hall) and 0 <= j < len(hall[0]) and hall[i][j] != "#":
        lit.add((i, j))
        if hall[i][j] == "/":
            di, dj = -dj, -di
        elif hall[i][j] == "\\":
            di, dj = dj, di
        i, j = i + di, j + dj
    return lit


def solve(hall):
    rows, columns = len(hall), len(hall[0])
    starts = [(i, 0, 0, 1) for i in range(rows)] + [(i, columns - 1, 0, -1) for i in range(rows)]
    starts += [(0, j, 1, 0) for j in range(columns)] + [(rows - 1, j, -1, 0) for j in range(columns)]
    return max(len(shine(hall, *s)) for s in starts)


def brute(hall):
    """By complex numbers, on a hall with a dark border."""
    turns = {".": {}, "/": {1: -1j, -1: 1j, 1j: -1, -1j: 1}, "\\": {1: 1j, -1: -1j, 1j: 1, -1j: -1}}
    squares = {complex(j, i): c for i, row in enumerate(hall) for j, c in enumerate(row)}
    best = 0
    for start in squares:
        for way in (1, -1, 1j, -1j):
            if start - way in squares:
                continue
            lit, at = set(), start
            while squares.get(at, "#") != "#":
                lit.add(at)
                way = turns[squares[at]].get(way, way)
                at += way
            best = max(best, len(lit))
    return best


def small(hall):
    return len(hall) * len(hall[0]) <= 300


def random_hall(seed, rows, columns, squares):
    rng = random.Random(seed)
    return ([[rng.choice(squares) for _ in range(columns)] for _ in range(rows)],)


def many(seed, cases, top, squares):
    rng = random.Random(seed)
    return [random_hall(rng.random(), rng.randint(1, top), rng.randint(1, top), squares) for _ in range(cases)]


def lines(*rows):
    return ([list(row) for row in rows],)


def zigzag(n):
    """A beam that goes to and fro through every square of the hall."""
    hall = [["."] * n for _ in range(n)]
    for i in range(n):
        last = n - 1 if i % 2 == 0 else 0
        if i + 1 < n:
            hall[i][last] = hall[i + 1][last] = "\\" if i % 2 == 0 else "/"
            hall[i + 1][last] = "/" if i % 2 == 0 else "\\"
    return (hall,)


SAMPLES = [lines(".\\.", "...", ".\\."), lines("##", "##"), lines("./\\", "../", "...")]
SECRET = [
    ("corners", [
        lines("."), lines("#"), lines("/"), lines("\\"), lines("...."), lines(".", ".", "."), lines("..#."), lines("//", "//"), lines("/\\", "\\/"), lines("\\/", "/\\"),
        lines("#.#", "...", "#.#"), lines("/.\\", "...", "\\./"), lines("./\\", ".\\/", "..."), lines("###", "#.#", "###"), lines("/..\\", "....", ".\\/.", "\\../"),
    ]),
    ("random-tiny", many(1, 150, 4, "./\\.")),
    ("random-pillars", many(2, 60, 8, "../\\#")),
    ("random-medium", [random_hall(s, 15, 20, "...../\\") for s in range(10)]),
    ("full-of-mirrors", [random_hall(s, 25, 25, "/\\") for s in range(6)]),
    ("large", [random_hall(31, 40, 40, "." * 18 + "/\\"), random_hall(32, 40, 40, "." * 30 + "/\\#"), random_hall(33, 1, 40, "../\\"), random_hall(34, 40, 1, "../\\")]),
    ("max-zigzag", [zigzag(40), zigzag(39)]),
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
