"""A case: root, a tree of 1 to 5,000 nodes; limit, an integer."""
import json
import sys

LINES = 2


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"not an integer from {low} to {high}: {value!r:.50}")


def tree(values, low, high, height):
    """Checks LeetCode's notation of a tree; returns the values of its nodes."""
    need(type(values) is list and (not values or values[-1] is not None), "not a tree: an array whose last element is not null")
    nodes = [value for value in values if value is not None]
    need(low <= len(nodes) <= high, f"not a tree of {low} to {high} nodes")
    layer, start, depth = min(1, len(values)), 0, 0
    while start < len(values):
        there = sum(value is not None for value in values[start:start + layer])
        need(there > 0, "a child without a parent")
        start, layer, depth = start + layer, 2 * there, depth + 1
    need(depth <= height, f"higher than {height}")
    return nodes


def case(root, limit):
    for value in tree(root, 1, 5_000, 400):
        integer(value, -10**9, 10**9)
    integer(limit, 0, 2 * 10**9)


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
