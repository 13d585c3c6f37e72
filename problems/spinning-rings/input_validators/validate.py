"""A case: lock, a matrix of integers with sides of even length; turns, an array of integers."""
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


def case(lock, turns):
    array(lock, 2, 60)
    for row in lock:
        array(row, 2, 60)
        need(len(row) == len(lock[0]), "rows of different lengths")
        for plate in row:
            integer(plate, 0, 10**6)
    need(len(lock) % 2 == len(lock[0]) % 2 == 0, "a side of odd length")
    array(turns, min(len(lock), len(lock[0])) // 2, min(len(lock), len(lock[0])) // 2)
    for turn in turns:
        integer(turn, -10**9, 10**9)


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
