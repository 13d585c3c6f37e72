"""Rewrites data/secret (always the same files)."""
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"
rng = random.Random(6061)
BIG = 10**9
CASES = [
    ("one", 1, 1),
    ("two", 2, 0),
    ("three-deepest", 3, 3),
    ("seven-made-up", 7, 0),
    ("largest-first", BIG, 1),
    ("largest-last", BIG, BIG),
    ("nearly-largest-made-up", BIG - 1, 0),
    ("power-made-up", 2**29, 0),
    ("below-power", 2**29 - 1, 2**29 - 1),
    ("random-1", BIG, rng.randint(1, BIG)),
    ("random-2", 123456789, rng.randint(1, 123456789)),
    ("random-made-up", 987654321, 0),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, n, d) in enumerate(CASES, 1):
    (SECRET / f"{i:02d}-{name}.in").write_text(f"{n} {d}\n")
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{d}\n")
