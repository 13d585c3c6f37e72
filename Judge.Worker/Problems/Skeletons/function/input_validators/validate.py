"""Exits with 42 when standard input is as the statement promises, with 43 when not: one line of JSON for every parameter of a case."""
import json
import sys


def nums(value):
    assert type(value) is list and 1 <= len(value) <= 100_000, "1 to 100000 numbers"
    assert all(type(x) is int and 0 <= x <= 10**9 for x in value), "a number is no integer or out of range"


PARAMETERS = [nums]


def check(text):
    assert text.endswith("\n"), "no line feed at the end"
    lines = text.splitlines()
    assert len(lines) % len(PARAMETERS) == 0, f"a case has {len(PARAMETERS)} line(s)"
    for number, line in enumerate(lines):
        try:
            PARAMETERS[number % len(PARAMETERS)](json.loads(line))
        except (AssertionError, ValueError) as e:
            raise AssertionError(f"line {number + 1}: {e}")


try:
    check(sys.stdin.read())
except AssertionError as e:
    print(e, file=sys.stderr)
    sys.exit(43)
sys.exit(42)
