"""A case: matches, an array of triples of strings: two teams and a score."""
import json
import re
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


def case(matches):
    array(matches, 1, 4000)
    for match in matches:
        array(match, 3, 3)
        home, guest, score = match
        text(home, 1, 8, string.ascii_letters)
        text(guest, 1, 8, string.ascii_letters)
        need(home != guest, f"{home} plays against itself")
        text(score, 3, 5, string.digits + ":")
        need(re.fullmatch("(0|[1-9][0-9]?):(0|[1-9][0-9]?)", score), f"not a score: {score!r}")
        need(max(map(int, score.split(":"))) <= 50, f"more than 50 goals: {score!r}")


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
