"""A case: the names of the calls, and their arguments."""
import json
import sys

LINES = 2


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"not an integer from {low} to {high}: {value!r:.50}")


def text(value, low, high, letters):
    need(type(value) is str and low <= len(value) <= high, f"not a string of {low} to {high} characters: {value!r:.50}")
    need(set(value) <= set(letters), f"a character that may not be there: {value!r:.50}")


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


def calls(names, arguments, kind, constructor, methods):
    """Checks that the object is made first, and that every call has as many arguments as it takes."""
    need(type(names) is list and type(arguments) is list and len(names) == len(arguments) > 0, "not two arrays of one length")
    need(names[0] == kind, f"the first call is not {kind}")
    need(all(type(values) is list for values in arguments), "arguments are not an array")
    need(len(arguments[0]) == constructor, f"{kind} takes {constructor} arguments")
    for name, values in zip(names[1:], arguments[1:]):
        need(name in methods, f"there is no method {name!r:.50}")
        need(len(values) == methods[name], f"{name} takes {methods[name]} arguments")


def case(names, arguments):
    need(len(names) <= 3001, "more than 3,000 calls")
    calls(names, arguments, "TreeTourist", 1, {"step": 1, "here": 0, "path": 0, "home": 0, "seen": 0})
    for value in tree(arguments[0][0], 1, 3000, 100):
        integer(value, -10**9, 10**9)
    for name, values in zip(names[1:], arguments[1:]):
        if name == "step":
            text(values[0], 1, 1, "LRU")
    need(names.count("path") <= 500, "path is called more than 500 times")


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
