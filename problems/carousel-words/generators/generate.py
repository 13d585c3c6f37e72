"""Rewrites data (always the same files)."""
import copy
import json
import pathlib
import random


def least_turn(s):
    """Where the least rotation begins (Booth's idea, with two candidates)."""
    i, j, k, n = 0, 1, 0, len(s)
    while i < n and j < n and k < n:
        a, b = s[(i + k) % n], s[(j + k) % n]
        if a == b:
            k += 1
            continue
        if a > b:
            i += k + 1
        else:
            j += k + 1
        if i == j:
            j += 1
        k = 0
    i = min(i, j)
    return s[i:] + s[:i]


def solve(words):
    groups = {}
    for word in words:
        groups.setdefault(least_turn(word), []).append(word)
    return sorted(sorted(g) for g in groups.values())


def brute(words):
    groups = []
    for word in words:
        for group in groups:
            if len(word) == len(group[0]) and word in group[0] * 2:
                group.append(word)
                break
        else:
            groups.append([word])
    return sorted(sorted(g) for g in groups)


def small(words):
    return len(words) <= 1000


def turned(rng, word):
    i = rng.randrange(len(word))
    return word[i:] + word[:i]


def factory(seed, n, kinds, length, letters, fixed=False):
    rng = random.Random(seed)
    base = ["".join(rng.choice(letters) for _ in range(length if fixed else rng.randint(1, length))) for _ in range(kinds)]
    return ([turned(rng, rng.choice(base)) for _ in range(n)],)


def many(seed, cases, n, kinds, length, letters):
    rng = random.Random(seed)
    return [factory(rng.random(), rng.randint(1, n), rng.randint(1, kinds), length, letters) for _ in range(cases)]


def two_dots(seed, n, length):
    """All letters but two are equal; the dots' distance makes the carousel."""
    rng = random.Random(seed)
    gaps = [rng.randint(length // 4, length // 2) for _ in range(n // 2)]
    return ([turned(rng, "b" + "a" * gap + "b" + "a" * (length - gap - 2)) for gap in gaps + gaps],)


def nearly_periodic(seed, n, length):
    """Many rotations begin in the same way."""
    rng = random.Random(seed)
    words = ["a" * (length - 1) + "b", "ab" * (length // 2), "a" * length, "aab" * (length // 3), "a" * (length // 2) + "b" + "a" * (length - length // 2 - 1)]
    return ([turned(rng, rng.choice(words)) for _ in range(n)],)


SAMPLES = [(["stop", "pots", "tops", "spot"],), (["ab", "ba", "ab", "abab"],), (["x"],)]
SECRET = [
    ("corners", [
        (["a", "a"],), (["a", "aa", "aaa"],), (["ab", "ba"],), (["abc", "bca", "cab", "acb"],), (["aab", "aba", "baa", "abb"],), (["abcabc", "bcabca", "abc"],),
        (["abac", "acab", "caba", "abca"],), (["z", "y", "x", "z"],), (["abcd", "dcba", "badc"],), (["aabb", "abab"],),
    ]),
    ("random-tiny", many(1, 120, 8, 4, 4, "ab")),
    ("random-small", many(2, 40, 30, 8, 8, "abc")),
    ("random-letters", many(3, 10, 60, 10, 12, "abcdefghijklmnopqrstuvwxyz")),
    ("mirrored", [(words[0] + [w[::-1] for w in words[0]],) for words in many(4, 10, 10, 3, 7, "abc")]),
    ("large-short-words", [factory(5, 4000, 300, 5, "abcd")]),
    ("large-nearly-periodic", [nearly_periodic(6, 40, 300)]),
    ("max-long-words", [two_dots(7, 30, 2000)]),
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
