"""A case: letters, an array of pairs of names."""
import json
import string
import sys

LINES = 1


def need(condition, what):
    if not condition:
        raise ValueError(what)


def array(value, low, high):
    need(type(value) is list and low <= len(value) <= high, f"not an array of {low} to {high} elements: {value!r:.50}")


def text(value, low, high, letters):
    need(type(value) is str and low <= len(value) <= high, f"not a string of {low} to {high} characters: {value!r:.50}")
    need(set(value) <= set(letters), f"a character that may not be there: {value!r:.50}")


def case(letters):
    array(letters, 1, 15_000)
    for letter in letters:
        array(letter, 2, 2)
        for name in letter:
            text(name, 1, 10, string.ascii_lowercase)


def main():
    lines = sys.stdin.buffer.read().decode("utf-8").split("\n")
    if lines.pop() != "" or not lines or len(lines) % LINES:
        print("not made of cases of 1 line")
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
