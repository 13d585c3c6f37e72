"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def solve(passes):
    inside = {}
    for entry in passes:
        name = " ".join(entry.lower().split())
        if name in inside:
            del inside[name]
        else:
            inside[name] = True
    return list(inside)


def brute(passes):
    """Who is named an odd number of times, by the last time."""
    names = [" ".join(part for part in entry.lower().split(" ") if part) for entry in passes]
    return [n for i, n in enumerate(names) if names.count(n) % 2 and n not in names[i + 1:]]


def small(passes):
    return len(passes) <= 300


def careless(rng, name):
    name = "".join(c.upper() if rng.random() < 0.3 else c for c in name).replace(" ", " " * rng.randint(1, 2))
    return " " * (rng.random() < 0.2) + name + " " * (rng.random() < 0.2)


def day(seed, n, names):
    rng = random.Random(seed)
    return ([careless(rng, rng.choice(names)) for _ in range(n)],)


def many(seed, cases, n, names):
    rng = random.Random(seed)
    return [day(rng.random(), rng.randint(0, n), names) for _ in range(cases)]


def readers(seed, n):
    rng = random.Random(seed)
    return list(dict.fromkeys("".join(rng.choice("abcdefgh") for _ in range(5)) for _ in range(n)))


def crowd(seed, n, out):
    """Many come in, and some of them go out again."""
    names = readers(seed, n)
    return (names + random.Random(seed + 1).sample(names, out),)


NAMES = ["ada", "bo", "cy", "ada b", "adab", "a dab", "mary ann", "maryann", "o"]
SAMPLES = [(["Ada", "Bo", "ada", "Cy", " ADA "],), (["Mary Ann", "mary  ann"],), (["Mary Ann", "maryann"],)]
SECRET = [
    ("corners", [
        ([],), (["A"],), (["a", "A"],), (["  x"],), (["x  "],), (["a b", "a  b ", " A B"],), (["a", "b", "a", "a"],), (["a", "b", "b", "a"],), (["c", "b", "a"],),
        (["Z", "z", "Z", "z", "Z"],), (["a b c d e f g h i j "],), (["A A", "AA", "a a a"],), (["abcdefghijklmnopqrst"] * 3,),
    ]),
    ("random-tiny", many(1, 120, 7, NAMES)),
    ("random-small", many(2, 40, 40, NAMES)),
    ("random-medium", many(3, 4, 300, readers(4, 60))),
    ("large-random", [day(5, 4000, readers(6, 700))]),
    ("max-crowd", [crowd(7, 16600, 3900)]),
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
