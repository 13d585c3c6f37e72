"""A case: guests, an integer; quarrels, an array of pairs of guests."""
import json
import sys

LINES = 2


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"not an integer from {low} to {high}: {value!r:.50}")


def array(value, low, high):
    need(type(value) is list and low <= len(value) <= high, f"not an array of {low} to {high} elements: {value!r:.50}")


def case(guests, quarrels):
    integer(guests, 1, 1000)
    array(quarrels, 0, 5000)
    seen = set()
    for pair in quarrels:
        array(pair, 2, 2)
        for guest in pair:
            integer(guest, 0, guests - 1)
        need(pair[0] != pair[1], f"{pair[0]} quarrels with himself")
        seen.add((min(pair), max(pair)))
    need(len(seen) == len(quarrels), "a pair is there twice")


def main():
    lines = sys.stdin.buffer.read().decode("utf-8").split("\n")
    if lines.pop() != "" or not lines or len(lines) % LINES:
        print("not made of cases of 2 lines")
        return 43
    for first in range(0, len(lines), LINES):
        try:
            case(*map(json.loads, lines[first:first + LINES]))
        except Exception as fault:
            print(f"case at line {first + 1}: {fault}")
            return 43
    return 42


if __name__ == "__main__":
    sys.exit(main())
