"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def solve(letters):
    sent = {tuple(letter) for letter in letters}
    pals = {name: [] for letter in letters for name in letter}
    for a, b in sorted(sent):
        if (b, a) in sent:
            pals[a].append(b)
    circles, seen = [], set()
    for name in pals:
        if name not in seen:
            circle = [name]
            seen.add(name)
            for member in circle:
                for pal in pals[member]:
                    if pal not in seen:
                        seen.add(pal)
                        circle.append(pal)
            circles.append(circle)
    return circles


def brute(letters):
    """Unites sets until no two of them have pen pals in each other."""
    circles = [{name} for name in {name for letter in letters for name in letter}]

    def pals(one, other):
        return any([a, b] in letters and [b, a] in letters for a in one for b in other)

    while pair := next(((one, other) for one in circles for other in circles if one is not other and pals(one, other)), None):
        circles.remove(pair[1])
        pair[0].update(pair[1])
    return circles


def name(number):
    letters = ""
    while not letters or number:
        number, letter = divmod(number, 26)
        letters = chr(97 + letter) + letters
    return letters


def post(rng, count, people, answered):
    letters = []
    while len(letters) < count:
        a, b = name(rng.randrange(people)), name(rng.randrange(people))
        letters.append([a, b])
        if rng.random() < answered and len(letters) < count:
            letters.append([b, a])
    rng.shuffle(letters)
    return (letters,)


def chain(rng, people):
    letters = [pair for i in range(people - 1) for pair in ([name(i), name(i + 1)], [name(i + 1), name(i)])]
    rng.shuffle(letters)
    return (letters,)


RNG = random.Random(4)
FILES = [
    ("corners", [([["a", "b"]],), ([["a", "b"], ["b", "a"]],), ([["a", "b"], ["a", "b"]],), ([["a", "a"]],), ([["a", "a"], ["a", "b"]],), ([["a", "b"], ["b", "a"], ["b", "c"], ["c", "b"]],),
                 ([["abcdefghij", "jihgfedcba"]],), ([["ab", "c"], ["a", "bc"], ["bc", "a"], ["c", "ab"]],)]),
    ("random-small", [post(RNG, RNG.randint(1, 12), 6, 0.5) for _ in range(150)]),
    ("random-medium", [post(RNG, 100, 60, 0.6) for _ in range(10)]),
    ("large-never-answered", [([[name(i % 25), name(RNG.randint(i % 25 + 1, 25))] for i in range(15000)],)]),
    ("large-strangers", [([[name(2 * i), name(2 * i + 1)] for i in range(900)],)]),
    ("large-random", [post(RNG, 2500, 2500, 0.7)]),
    ("large-chain", [chain(RNG, 1200)]),
]
for title, cases in FILES[:2]:
    assert all(sorted(map(sorted, solve(*case))) == sorted(map(sorted, brute(*case))) for case in cases), title

SECRET.mkdir(parents=True, exist_ok=True)
for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
    old.unlink()
sample, lines = (SECRET.parent / "sample" / "1.in").read_text().splitlines(keepends=True), len(FILES[0][1][0])
seen = {"".join(sample[i:i + lines]) for i in range(0, len(sample), lines)}
for number, (name, cases) in enumerate(FILES, 1):
    path, answers = SECRET / f"{number:02d}-{name}", {}
    for case in cases:
        text = "".join(map(line, case))
        if text not in seen:
            seen.add(text)
            answers[text] = line(solve(*case))
    path.with_suffix(".in").write_text("".join(answers))
    path.with_suffix(".ans").write_text("".join(answers.values()))
