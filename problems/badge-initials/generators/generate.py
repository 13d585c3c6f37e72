"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def common(a, b):
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n


def solve(names):
    order = sorted(names)
    longest = {}
    for a, b in zip(order, order[1:]):
        n = common(a, b)
        longest[a] = max(longest.get(a, 0), n)
        longest[b] = n
    return [name[:longest.get(name, 0) + 1] + "." * (longest.get(name, 0) == len(name)) for name in names]


def brute(names):
    badges = []
    for i, name in enumerate(names):
        others = names[:i] + names[i + 1:]
        lengths = [n for n in range(1, len(name) + 1) if not any(o.startswith(name[:n]) for o in others)]
        badges.append(name[:lengths[0]] if lengths else name + ".")
    return badges


def small(names):
    return len(names) <= 60 and sum(map(len, names)) <= 2000


def crowd(seed, n, length, letters):
    rng = random.Random(seed)
    names = list(dict.fromkeys("".join(rng.choice(letters) for _ in range(rng.randint(1, length))) for _ in range(n)))
    rng.shuffle(names)
    return (names,)


def many(seed, cases, n, length, letters):
    rng = random.Random(seed)
    return [crowd(rng.random(), rng.randint(1, n), length, letters) for _ in range(cases)]


def beginnings(seed, word):
    """A word and all its beginnings."""
    names = [word[:n] for n in range(1, len(word) + 1)]
    random.Random(seed).shuffle(names)
    return (names,)


def family(seed, n, stem):
    """All begin with the same long stem."""
    rng = random.Random(seed)
    return (rng.sample(["a" * stem + chr(97 + x % 26) + chr(97 + x // 26 % 26) + "x" * (x % 3) for x in range(676)], n),)


SAMPLES = [(["anna", "annette", "bert", "bo"],), (["jo", "john", "joan"],), (["zoe"],)]
SECRET = [
    ("corners", [
        (["a"],), (["a", "b"],), (["a", "ab"],), (["ab", "a"],), (["abc", "abd"],), (["abc", "ab", "a"],), (["b", "ab", "a", "ba"],), (["z" * 1000],), (["z" * 999, "z" * 1000],),
        (["x" * 10 + "a", "x" * 10 + "b", "y"],), (["ab", "abc", "abcd", "abd"],), (["same", "sane", "sand", "sa"],),
    ]),
    ("random-tiny", many(1, 150, 6, 4, "ab")),
    ("random-small", many(2, 50, 40, 6, "abc")),
    ("random-letters", many(3, 10, 60, 12, "abcdefghijklmnopqrstuvwxyz")),
    ("beginnings", [beginnings(4, "abcab" * 12), beginnings(5, "a" * 200)]),
    ("large-random", [crowd(6, 8000, 8, "abcde")]),
    ("max-long-stem", [family(7, 60, 990)]),
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
