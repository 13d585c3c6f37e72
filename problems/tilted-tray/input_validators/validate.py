"""A case: tray, a matrix of characters; moves, a string."""
import json
import sys

LINES = 2


def need(condition, what):
    if not condition:
        raise ValueError(what)


def array(value, low, high):
    need(type(value) is list and low <= len(value) <= high, f"not an array of {low} to {high} elements: {value!r:.50}")


def text(value, low, high, letters):
    need(type(value) is str and low <= len(value) <= high, f"not a string of {low} to {high} characters: {value!r:.50}")
    need(set(value) <= set(letters), f"a character that may not be there: {value!r:.50}")


def case(tray, moves):
    array(tray, 1, 50)
    for row in tray:
        array(row, 1, 50)
        need(len(row) == len(tray[0]), "rows of different lengths")
        for square in row:
            text(square, 1, 1, ".#o")
    text(moves, 1, 1000, "LRUD")


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
