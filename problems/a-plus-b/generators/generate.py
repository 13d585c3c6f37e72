"""Rewrites data/secret (always the same files)."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"
E18 = 10**18

rng = random.Random(1001)
CASES = [
    ("zeros", 0, 0),
    ("cancel", -12345, 12345),
    ("negative", -100, -250),
    ("int-edge", 2147483647, 1),
    ("beyond-int", 3000000000, 4000000000),
    ("below-int", -2147483649, -2147483648),
    ("beyond-double", 9007199254740993, 0),
    ("max", E18, E18),
    ("min", -E18, -E18),
    ("opposite", E18, -E18),
    ("near-opposite", -E18, E18 - 1),
    ("random-1", rng.randint(-E18, E18), rng.randint(-E18, E18)),
    ("random-2", rng.randint(0, E18), rng.randint(0, E18)),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, a, b) in enumerate(CASES, 1):
    (SECRET / f"{i:02d}-{name}.in").write_text(f"{a} {b}\n")
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{a + b}\n")
