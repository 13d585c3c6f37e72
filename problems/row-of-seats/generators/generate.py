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


class RowOfSeats:
    """The bookings from left to right, between two that are not there."""
    def __init__(self, seats):
        self.bookings, self.all = [(0, 0), (seats + 1, seats + 1)], seats

    def reserve(self, people):
        for i in range(1, len(self.bookings)):
            free = self.bookings[i - 1][1] + 1
            if self.bookings[i][0] - free >= people:
                self.bookings.insert(i, (free, free + people - 1))
                return [free, free + people - 1]
        return []

    def cancel(self, seat):
        booked = [booking for booking in self.bookings if booking[0] <= seat <= booking[1]]
        for booking in booked:
            self.bookings.remove(booking)
        return bool(booked)

    def gaps(self):
        return [[a[1] + 1, b[0] - 1] for a, b in zip(self.bookings, self.bookings[1:]) if b[0] - a[1] > 1]

    def taken(self):
        return sum(b - a + 1 for a, b in self.bookings[1:-1])


class Brute:
    """Seat by seat; a booking is a number."""
    def __init__(self, seats):
        self.row, self.number = [0] * seats, 0

    def reserve(self, people):
        for first in range(len(self.row) - people + 1):
            if not any(self.row[first:first + people]):
                self.number += 1
                self.row[first:first + people] = [self.number] * people
                return [first + 1, first + people]
        return []

    def cancel(self, seat):
        booking = self.row[seat - 1]
        self.row = [0 if there == booking else there for there in self.row]
        return booking > 0

    def gaps(self):
        found = []
        for seat, booking in enumerate(self.row, 1):
            if booking == 0:
                if found and found[-1][1] == seat - 1:
                    found[-1][1] = seat
                else:
                    found.append([seat, seat])
        return found

    def taken(self):
        return sum(booking > 0 for booking in self.row)


def solve(names, arguments, kind=RowOfSeats):
    return play(kind, arguments, names)


def evening(rng, seats, calls, most, weights=(5, 4, 1, 1), near=None):
    names, arguments = ["RowOfSeats"], [[seats]]
    for name in rng.choices(["reserve", "cancel", "gaps", "taken"], weights, k=calls):
        if name == "gaps" and names.count(name) == 50:
            name = "taken"
        names.append(name)
        arguments.append({"reserve": [rng.randint(1, most)], "cancel": [rng.randint(1, near or seats)]}.get(name, []))
    return names, arguments


RNG = random.Random(25)
E9 = 10**9
FILES = [
    ("corners", [(["RowOfSeats"], [[1]]), (["RowOfSeats", "cancel", "gaps", "taken", "reserve"], [[E9], [E9], [], [], [E9]]),
                 (["RowOfSeats", "reserve", "reserve", "gaps", "taken", "cancel", "taken"], [[1], [E9], [1], [], [], [1], []]),
                 (["RowOfSeats", "reserve", "reserve", "reserve", "cancel", "cancel", "reserve", "gaps"], [[9], [3], [3], [3], [4], [3], [6], []])]),
    ("random-small", [evening(RNG, RNG.randint(1, 14), RNG.randint(1, 25), 5) for _ in range(150)]),
    ("random-medium", [evening(RNG, 200, 150, 20) for _ in range(5)]),
    ("large-groups", [evening(RNG, E9, 2000, 10**6, (6, 4, 0.3, 1), 5 * 10**8)]),
    ("large-single-seats", [evening(RNG, 1000, 2000, 2, (9, 5, 0.2, 1))]),
    ("large-fragments", [(["RowOfSeats"] + ["reserve"] * 900 + ["cancel"] * 450 + ["gaps"] + ["reserve"] * 600, [[2700]] + [[3]] * 900 + [[6 * i + 2] for i in range(450)] + [[]] + [[RNG.randint(1, 4)] for _ in range(600)])]),
]
for name, cases in FILES[1:3]:
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
