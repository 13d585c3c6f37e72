"""A case: the names of the calls, and their arguments."""
import json
import string
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
    calls(names, arguments, "SnackMachine", 1, {"fill": 4, "insert": 1, "press": 1, "isEmpty": 1, "giveBack": 0, "earned": 0})
    slots = arguments[0][0]
    integer(slots, 1, 100)
    for name, values in zip(names[1:], arguments[1:]):
        if name in ("fill", "press", "isEmpty"):
            integer(values[0], 0, slots - 1)
        if name == "insert":
            integer(values[0], 1, 1000)
        if name == "fill":
            text(values[1], 1, 8, string.ascii_lowercase)
            need(values[1] not in ("empty", "more"), f"no snack: {values[1]}")
            integer(values[2], 1, 1000)
            integer(values[3], 1, 100)


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
