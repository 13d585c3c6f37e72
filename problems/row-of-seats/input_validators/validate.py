"""A case: the names of the calls, and their arguments."""
import json
import sys

LINES = 2


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"not an integer from {low} to {high}: {value!r:.50}")


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
    need(len(names) <= 2001, "more than 2,000 calls")
    calls(names, arguments, "RowOfSeats", 1, {"reserve": 1, "cancel": 1, "gaps": 0, "taken": 0})
    seats = arguments[0][0]
    integer(seats, 1, 10**9)
    for name, values in zip(names[1:], arguments[1:]):
        if name == "reserve":
            integer(values[0], 1, 10**9)
        if name == "cancel":
            integer(values[0], 1, seats)
    need(names.count("gaps") <= 50, "gaps is called more than 50 times")


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
