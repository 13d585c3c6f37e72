"""Rewrites data/secret (always the same files)."""
import bisect
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = ROOT / "data" / "secret"


def solve(a, b):
    """Hunt-Szymanski: a strictly increasing subsequence of match positions."""
    places = {}
    for i, note in enumerate(b):
        places.setdefault(note, []).append(i)
    for note in places:
        places[note].reverse()
    tails = []
    for note in a:
        for i in places.get(note, ()):
            k = bisect.bisect_left(tails, i)
            if k == len(tails):
                tails.append(i)
            else:
                tails[k] = i
    return len(tails)


def notes(seed, n, letters):
    rng = random.Random(seed)
    return "".join(rng.choice(letters) for _ in range(n))


def mutate(seed, melody, rate, letters):
    """Changes, drops and inserts notes."""
    rng, out = random.Random(seed), []
    for note in melody:
        x = rng.random()
        if x < rate:
            out.append(rng.choice(letters))
        elif x < 2 * rate:
            continue
        elif x < 3 * rate:
            out += [note, rng.choice(letters)]
        else:
            out.append(note)
    return "".join(out)


ALL = "abcdefghijklmnopqrstuvwxyz"
base = notes(81, 60, "abcd")
long_base = notes(82, 7500, "abcdefgh")
CASES = [
    ("same-note", ("a", "a")),
    ("other-note", ("a", "b")),
    ("one-against-many", ("q", ALL * 3)),
    ("reversed", ("abcdefgh", "hgfedcba")),
    ("equal", ("abacabadabacaba", "abacabadabacaba")),
    ("random-tiny", (notes(83, 9, "ab"), notes(84, 10, "ab"))),
    ("mutated-small", (base, mutate(85, base, 0.1, "abcd"))),
    ("random-small", (notes(86, 100, "abcde"), notes(87, 90, "abcde"))),
    ("long-and-short", (notes(88, 1500, ALL), notes(89, 40, ALL))),
    ("random-medium", (notes(90, 1000, ALL), notes(91, 1000, ALL))),
    ("max-random", (notes(92, 8000, ALL), notes(93, 8000, ALL))),
    ("max-two-notes", (notes(94, 8000, "ab"), notes(95, 7999, "ab"))),
    ("large-mutated", (long_base, mutate(96, long_base, 0.05, "abcdefgh")[:8000])),
    ("max-nothing-common", ("ab" * 4000, "cd" * 4000)),
    ("max-long-and-one", (notes(97, 8000, ALL), "z")),
]

SECRET.mkdir(parents=True, exist_ok=True)
for old in list(SECRET.glob("*.in")) + list(SECRET.glob("*.ans")):
    old.unlink()
for i, (name, (a, b)) in enumerate(CASES, 1):
    (SECRET / f"{i:02d}-{name}.in").write_text(f"{a}\n{b}\n")
    (SECRET / f"{i:02d}-{name}.ans").write_text(f"{solve(a, b)}\n")
