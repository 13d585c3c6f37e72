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


class SnackMachine:
    def __init__(self, slots):
        self.slots = [("", 0, 0)] * slots
        self.credit = self.sum = 0

    def fill(self, slot, snack, price, count):
        there, _, left = self.slots[slot]
        self.slots[slot] = snack, price, count + left * (there == snack)

    def insert(self, coin):
        self.credit += coin

    def press(self, slot):
        snack, price, left = self.slots[slot]
        if left == 0 or self.credit < price:
            return "more" if left else "empty"
        self.slots[slot] = snack, price, left - 1
        self.credit -= price
        self.sum += price
        return snack

    def isEmpty(self, slot):
        return self.slots[slot][2] == 0

    def giveBack(self):
        back, self.credit = self.credit, 0
        return back

    def earned(self):
        return self.sum


class Brute(SnackMachine):
    """Keeps pieces, coins and receipts instead of numbers."""
    def __init__(self, slots):
        self.pieces, self.prices, self.coins, self.receipts = [[] for _ in range(slots)], [0] * slots, [], []

    def fill(self, slot, snack, price, count):
        self.pieces[slot] = [piece for piece in self.pieces[slot] if piece == snack] + [snack] * count
        self.prices[slot] = price

    def insert(self, coin):
        self.coins += [1] * coin

    def press(self, slot):
        if self.isEmpty(slot):
            return "empty"
        if len(self.coins) < self.prices[slot]:
            return "more"
        del self.coins[:self.prices[slot]]
        self.receipts.append(self.prices[slot])
        return self.pieces[slot].pop()

    def isEmpty(self, slot):
        return not self.pieces[slot]

    def giveBack(self):
        back = len(self.coins)
        self.coins.clear()
        return back

    def earned(self):
        return sum(self.receipts)


def solve(names, arguments, kind=SnackMachine):
    return play(kind, arguments, names)


WORDS = ["nuts", "figs", "rusk", "mints", "crisps", "a", "zzzzzzzz", "bar"]


def day(rng, slots, calls, prices=9, coins=9, pieces=3, weights=(2, 4, 5, 2, 1, 1)):
    names, arguments = ["SnackMachine"], [[slots]]
    for _ in range(calls):
        name = rng.choices(["fill", "insert", "press", "isEmpty", "giveBack", "earned"], weights)[0]
        slot = rng.randrange(slots)
        names.append(name)
        arguments.append({"fill": [slot, rng.choice(WORDS[:3] if pieces < 9 else WORDS), rng.randint(1, prices), rng.randint(1, pieces)],
                          "insert": [rng.randint(1, coins)], "press": [slot], "isEmpty": [slot]}.get(name, []))
    return names, arguments


RNG = random.Random(11)
FILES = [
    ("corners", [(["SnackMachine"], [[1]]), (["SnackMachine", "earned", "giveBack", "isEmpty", "press"], [[100], [], [], [99], [0]]),
                 (["SnackMachine", "fill", "insert", "press", "press", "giveBack", "giveBack"], [[1], [0, "a", 5, 2], [5], [0], [0], [], []]),
                 (["SnackMachine", "fill", "insert", "press", "fill", "isEmpty", "press", "fill", "press", "earned"], [[3], [2, "b", 1, 1], [9], [2], [2, "b", 9, 1], [2], [2], [2, "c", 8, 1], [2], []])]),
    ("random-small", [day(RNG, RNG.randint(1, 3), RNG.randint(1, 25)) for _ in range(120)]),
    ("random-medium", [day(RNG, 10, 200, 100, 100, 10) for _ in range(4)]),
    ("large-many-slots", [day(RNG, 100, 3000, 1000, 1000, 100)]),
    ("large-one-slot", [day(RNG, 1, 3000, 1000, 1000, 2, (3, 8, 5, 2, 0, 1))]),
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
