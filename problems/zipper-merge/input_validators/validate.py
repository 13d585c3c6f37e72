"""A case: lanes, an array of lists that hold at most 15,000 integers together."""
import json
import sys

LINES = 1


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"not an integer from {low} to {high}: {value!r:.50}")


def array(value, low, high):
    need(type(value) is list and low <= len(value) <= high, f"not an array of {low} to {high} elements: {value!r:.50}")


def case(lanes):
    array(lanes, 1, 15_000)
    for lane in lanes:
        array(lane, 0, 15_000)
        for car in lane:
            integer(car, 0, 10**6)
    need(sum(map(len, lanes)) <= 15_000, "more than 15,000 cars")


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
