"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def solve(log):
    page = []
    for key in log:
        if key == "<":
            del page[-1:]
        elif key == "!":
            page.extend(page[-1:])
        elif key == "#":
            page = []
        else:
            page.append(key)
    return "".join(page) or "-"


def keys(seed, n, letters, back, double, clear):
    """n random keys; the last four numbers are relative weights."""
    rng = random.Random(seed)
    kinds = rng.choices(["", "<", "!", "#"], [letters, back, double, clear], k=n)
    return "".join(kind or rng.choice(LETTERS) for kind in kinds)


CASES = [
    ("one-letter", "q"),
    ("one-delete", "<"),
    ("one-clear", "#"),
    ("one-double", "!"),
    ("double-after-delete", "ab<!c!<<!"),
    ("deletes-on-empty", "<<<a<<<<b<<<hello<<!"),
    ("clear-last", "abc!!!xyz#"),
    ("random-tiny", keys(1, 60, 6, 2, 2, 1)),
    ("random-small", keys(2, 1000, 60, 20, 20, 1)),
    ("random-deletes", keys(3, 5000, 5, 6, 2, 0)),
    ("random-medium", keys(4, 20000, 6000, 2000, 2000, 1)),
    ("all-letters", keys(5, 300000, 1, 0, 0, 0)),
    ("grow-then-shrink", keys(6, 30000, 4, 0, 1, 0) + "<" * 30000),
    ("clear-at-end", keys(7, 59999, 5, 0, 1, 0) + "#"),
    ("random-max", keys(8, 300000, 300000, 240000, 30000, 4)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, log) in enumerate(CASES, 1):
    (SECRET / f"{i:02d}-{name}.in").write_text(log + "\n")
    (SECRET / f"{i:02d}-{name}.ans").write_text(solve(log) + "\n")
