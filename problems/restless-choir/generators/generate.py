"""Rewrites data/secret (always the same files)."""
import pathlib

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"
SIZES = [1, 2, 4, 9, 6, 7, 8, 10, 99, 1000, 99999, 100000]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, n in enumerate(SIZES, 1):
    row = [1] if n == 1 else [] if n < 4 else [*range(2, n + 1, 2), *range(1, n + 1, 2)]
    (SECRET / f"{i:02d}-{n}.in").write_text(f"{n}\n")
    (SECRET / f"{i:02d}-{n}.ans").write_text(" ".join(map(str, row)) + "\n" if row else "impossible\n")
