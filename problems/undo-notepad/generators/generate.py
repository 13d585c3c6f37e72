"""Rewrites data/secret (always the same files)."""
import json
import pathlib
import random

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def play(kind, arguments, names):
    """What every call on a new object answers."""
    thing = kind(*arguments[0])
    return [None] + [getattr(thing, name)(*values) for name, values in zip(names[1:], arguments[1:])]


class UndoNotepad:
    """Remembers of each change how many characters went and which ones came."""
    def __init__(self):
        self.text, self.done, self.undone = [], [], []

    def change(self, came, away):
        gone = self.text[len(self.text) - away:]
        self.done.append((gone, came))
        self.undone.clear()
        self.swap(gone, came)

    def swap(self, gone, came):
        del self.text[len(self.text) - len(gone):]
        self.text += came

    def write(self, text):
        self.change(list(text), 0)

    def erase(self, count):
        self.change([], min(count, len(self.text)))

    def undo(self):
        if not self.done:
            return False
        gone, came = self.done.pop()
        self.undone.append((gone, came))
        self.swap(came, gone)
        return True

    def redo(self):
        if not self.undone:
            return False
        self.done.append(self.undone.pop())
        self.swap(*self.done[-1])
        return True

    def tail(self, count):
        return "".join(self.text[-count:])


class Brute:
    """Keeps every text."""
    def __init__(self):
        self.texts, self.now = [""], 0

    def change(self, text):
        self.now += 1
        self.texts[self.now:] = [text]

    def write(self, text):
        self.change(self.texts[self.now] + text)

    def erase(self, count):
        self.change(self.texts[self.now][:-count])

    def undo(self):
        self.now -= (possible := self.now > 0)
        return possible

    def redo(self):
        self.now += (possible := self.now + 1 < len(self.texts))
        return possible

    def tail(self, count):
        return self.texts[self.now][-count:]


def solve(names, arguments, kind=UndoNotepad):
    return play(kind, arguments, names)


LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789"


def text(rng, length):
    return "".join(rng.choice(LETTERS) for _ in range(length))


def session(rng, calls, longest, most, weights=(4, 2, 3, 2, 3)):
    names, arguments = ["UndoNotepad"], [[]]
    for name in rng.choices(["write", "erase", "undo", "redo", "tail"], weights, k=calls):
        names.append(name)
        arguments.append({"write": lambda: [text(rng, rng.randint(1, longest))], "erase": lambda: [rng.randint(1, most)], "tail": lambda: [rng.randint(1, min(most, 50))]}.get(name, list)())
    return names, arguments


def novel(rng, calls):
    """A long text, and then a great many small changes at its end."""
    names, arguments = ["UndoNotepad"] + ["write"] * 95, [[]] + [[text(rng, 1000)] for _ in range(95)]
    for i in range(calls):
        names.append("write" if i % 2 == 0 else "erase")
        arguments.append([rng.choice(LETTERS)] if i % 2 == 0 else [rng.randint(1, 2)])
    return names + ["undo"] * 300 + ["tail"] + ["redo"] * 301 + ["tail"], arguments + [[]] * 300 + [[50]] + [[]] * 301 + [[50]]


RNG = random.Random(13)
FILES = [
    ("corners", [(["UndoNotepad"], [[]]), (["UndoNotepad", "undo", "redo", "tail"], [[], [], [], [50]]), (["UndoNotepad", "erase", "undo", "undo", "redo", "redo"], [[], [10**6], [], [], [], []]),
                 (["UndoNotepad", "write", "erase", "undo", "tail", "redo", "tail"], [[], ["  "], [1], [], [5], [], [5]]),
                 (["UndoNotepad", "write", "undo", "undo", "redo", "redo", "tail"], [[], ["x"], [], [], [], [], [1]])]),
    ("random-small", [session(RNG, RNG.randint(1, 20), 3, 4) for _ in range(120)]),
    ("random-medium", [session(RNG, 200, 20, 40) for _ in range(5)]),
    ("large-random", [session(RNG, 2500, 20, 30)]),
    ("large-novel", [novel(RNG, 4000)]),
    ("large-back-and-forth", [(["UndoNotepad"] + ["write"] * 500 + (["undo"] * 400 + ["redo"] * 400) * 2, [[]] + [[text(RNG, 3)] for _ in range(500)] + [[]] * 1600)]),
]
for title, cases in FILES:
    assert all(solve(*case) == solve(*case, Brute) for case in cases), title

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
