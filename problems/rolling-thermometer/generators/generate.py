"""Rewrites data/secret (always the same files)."""
import json
import math
import pathlib
import random
from collections import deque

SECRET = pathlib.Path(__file__).resolve().parent.parent / "data" / "secret"


def line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"


def play(kind, arguments, names):
    """What every call on a new object answers."""
    thing = kind(*arguments[0])
    return [None] + [getattr(thing, name)(*values) for name, values in zip(names[1:], arguments[1:])]


class RollingThermometer:
    """Sums in hundredths of a degree, exactly; the extremes by a queue each."""
    def __init__(self, span):
        self.span, self.all, self.low, self.high, self.sum = span, deque(), deque(), deque(), 0

    def record(self, time, temperature):
        self.all.append((time, temperature))
        self.sum += round(100 * temperature)
        for queue, sign in ((self.low, 1), (self.high, -1)):
            while queue and sign * queue[-1][1] >= sign * temperature:
                queue.pop()
            queue.append((time, temperature))

    def forget(self, time):
        while self.all and self.all[0][0] <= time - self.span:
            self.sum -= round(100 * self.all.popleft()[1])
        for queue in (self.low, self.high):
            while queue and queue[0][0] <= time - self.span:
                queue.popleft()

    def average(self, time):
        self.forget(time)
        return round(self.sum / len(self.all) / 100, 9) if self.all else 0.0

    def extremes(self, time):
        self.forget(time)
        return [self.low[0][1], self.high[0][1]] if self.all else []

    def size(self, time):
        self.forget(time)
        return len(self.all)


class Brute:
    def __init__(self, span):
        self.span, self.readings = span, []

    def record(self, time, temperature):
        self.readings.append((time, temperature))

    def those(self, time):
        return [temperature for t, temperature in self.readings if t > time - self.span]

    def average(self, time):
        return round(math.fsum(self.those(time)) / max(1, self.size(time)), 9)

    def extremes(self, time):
        return [min(self.those(time)), max(self.those(time))] if self.those(time) else []

    def size(self, time):
        return len(self.those(time))


def solve(names, arguments, kind=RollingThermometer):
    return play(kind, arguments, names)


def weather(rng, span, calls, step, temperature, weights=(5, 2, 2, 1)):
    names, arguments, time = ["RollingThermometer"], [[span]], 0
    for i in range(calls):
        time += rng.randint(0, step)
        name = rng.choices(["record", "average", "extremes", "size"], weights)[0]
        names.append(name)
        arguments.append([time, temperature(i)] if name == "record" else [time])
    return names, arguments


RNG = random.Random(12)


def anything(_):
    return RNG.randint(-10000, 10000) / 100


FILES = [
    ("corners", [(["RollingThermometer"], [[1]]), (["RollingThermometer", "size", "average", "extremes"], [[10**6], [0], [0], [10**6]]),
                 (["RollingThermometer", "record", "record", "record", "average", "extremes", "size", "size"], [[1], [0, -100.0], [0, 100.0], [0, 0.01], [0], [0], [0], [1]]),
                 (["RollingThermometer", "record", "extremes", "extremes", "extremes"], [[10**6], [0, 1.5], [0], [10**6 - 1], [10**6]]),
                 (["RollingThermometer", "record", "record", "record", "extremes"], [[5], [1, -7.0], [2, -7.0], [3, -7.5], [7]])]),
    ("random-small", [weather(RNG, RNG.randint(1, 8), RNG.randint(1, 20), 3, lambda _: RNG.randint(-4, 4) / 2) for _ in range(120)]),
    ("random-medium", [weather(RNG, 100, 200, 10, anything) for _ in range(4)]),
    ("large-everything-counts", [weather(RNG, 10**6, 3500, 100, anything)]),
    ("large-short-span", [weather(RNG, 50, 2000, 60, anything)]),
    ("large-rising", [weather(RNG, 900, 2000, 1, lambda i: (i - 1000) / 10)]),
    ("large-falling", [weather(RNG, 900, 2000, 1, lambda i: (1000 - i) / 10)]),
]
for title, cases in FILES[:3]:
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
