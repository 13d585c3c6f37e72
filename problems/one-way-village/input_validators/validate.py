"""A case: squares, an integer; lanes, an array of pairs of squares."""
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


def case(squares, lanes):
    integer(squares, 2, 3500)
    array(lanes, 1, 5000)
    seen, groups = set(), list(range(squares))
    for lane in lanes:
        array(lane, 2, 2)
        for square in lane:
            integer(square, 0, squares - 1)
        need(lane[0] != lane[1], f"a lane from {lane[0]} to itself")
        seen.add((min(lane), max(lane)))
        a, b = lane
        while groups[a] != a:
            groups[a] = a = groups[groups[a]]
        while groups[b] != b:
            groups[b] = b = groups[groups[b]]
        groups[a] = b
    need(len(seen) == len(lanes), "two squares are joined twice")
    need(sum(group == square for square, group in enumerate(groups)) == 1, "not connected")


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
