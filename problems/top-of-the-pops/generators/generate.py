"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random
from bisect import bisect_left, insort

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def play(kind, arguments, names):
    """What every call on a new object answers."""
    thing = kind(*arguments[0])
    return [None] + [getattr(thing, name)(*values) for name, values in zip(names[1:], arguments[1:])]


class TopOfThePops:
    def __init__(self, songs):
        self.charts, self.plays = sorted((0, song) for song in songs), dict.fromkeys(songs, 0)

    def play(self, song):
        plays = self.plays.get(song, 0)
        self.withdraw(song)
        self.plays[song] = plays + 1
        insort(self.charts, (-plays - 1, song))

    def withdraw(self, song):
        if song not in self.plays:
            return False
        del self.charts[bisect_left(self.charts, (-self.plays.pop(song), song))]
        return True

    def top(self, count):
        return [song for _, song in self.charts[:count]]

    def rankOf(self, song):
        return bisect_left(self.charts, (-self.plays[song], song)) + 1 if song in self.plays else -1


class Brute:
    """A log of all that happened since a song came in."""
    def __init__(self, songs):
        self.log = [(song, 0) for song in songs]

    def charts(self):
        return sorted({song for song, _ in self.log}, key=lambda song: (-self.log.count((song, 1)), song))

    def play(self, song):
        self.log.append((song, 1))

    def withdraw(self, song):
        there = song in self.charts()
        self.log = [entry for entry in self.log if entry[0] != song]
        return there

    def top(self, count):
        return self.charts()[:count]

    def rankOf(self, song):
        return self.charts().index(song) + 1 if song in self.charts() else -1


def solve(names, arguments, kind=TopOfThePops):
    return play(kind, arguments, names)


def title(number):
    letters = ""
    while not letters or number:
        number, letter = divmod(number, 26)
        letters = chr(97 + letter) + letters
    return letters


def radio(rng, songs, known, calls, most, weights=(6, 2, 2, 1)):
    stock = rng.sample(range(known), songs)
    names, arguments = ["TopOfThePops"], [[[title(song) for song in stock]]]
    for name in rng.choices(["play", "withdraw", "top", "rankOf"], weights, k=calls):
        if name == "rankOf" and names.count(name) == 200:
            name = "play"
        names.append(name)
        arguments.append([rng.randint(1, most)] if name == "top" else [title(rng.randrange(known))])
    return names, arguments


RNG = random.Random(15)
FILES = [
    ("corners", [(["TopOfThePops"], [[["a"]]]), (["TopOfThePops", "withdraw", "top", "withdraw", "rankOf", "play", "top"], [[["a"]], ["a"], [10], ["a"], ["a"], ["a"], [1]]),
                 (["TopOfThePops", "top", "play", "top", "rankOf"], [[["b", "ab", "a", "aa"]], [10], ["b"], [10], ["a"]]),
                 (["TopOfThePops"] + ["play"] * 12 + ["top", "rankOf"], [[["x", "y"]]] + [["x"]] * 10 + [["y"]] * 2 + [[2], ["y"]])]),
    ("random-small", [radio(RNG, RNG.randint(1, 4), 6, RNG.randint(1, 20), 5) for _ in range(150)]),
    ("random-medium", [radio(RNG, 50, 80, 200, 10) for _ in range(4)]),
    ("large-many-songs", [radio(RNG, 3000, 3500, 5000, 2, (20, 1, 70, 4))]),
    ("large-favourites", [radio(RNG, 5, 12, 3000, 3, (90, 1, 20, 6))]),
    ("large-coming-and-going", [radio(RNG, 500, 600, 2500, 3, (40, 30, 20, 6))]),
]
for name, cases in FILES[:3]:
    assert all(solve(*case) == solve(*case, Brute) for case in cases), name

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
