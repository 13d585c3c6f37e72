"""A case: the names of the calls, and their arguments."""
import json
import sys

LINES = 2


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(value, low, high):
    need(type(value) is int and low <= value <= high, f"not an integer from {low} to {high}: {value!r:.50}")


def number(value, low, high):
    need(type(value) in (int, float) and low <= value <= high, f"not a number from {low} to {high}: {value!r:.50}")


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
    need(len(names) <= 6001, "more than 6,000 calls")
    calls(names, arguments, "RollingThermometer", 1, {"record": 2, "average": 1, "extremes": 1, "size": 1})
    integer(arguments[0][0], 1, 10**6)
    earliest = 0
    for values in arguments[1:]:
        integer(values[0], earliest, 10**6)
        earliest = values[0]
        for temperature in values[1:]:
            number(temperature, -100, 100)
            need(abs(temperature * 100 - round(temperature * 100)) < 1e-6, f"too many digits: {temperature}")


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
