"""Input format: the tickets given out, and those that came back."""
import json
import sys


def tickets(numbers, fewest):
    assert type(numbers) is list and fewest <= len(numbers) <= 10000, "too few or too many tickets"
    assert all(type(x) is int and -10**9 <= x <= 10**9 for x in numbers), "a number is no integer or out of range"


def given(g):
    tickets(g, 1)


def returned(_, r):
    tickets(r, 0)


PARAMETERS = [given, returned]


def main():
    lines = sys.stdin.buffer.read().decode("ascii").split("\n")
    assert lines.pop() == "", f"line {len(lines) + 1}: no line feed at the end"
    assert lines and len(lines) % len(PARAMETERS) == 0, f"line {len(lines)}: a case has {len(PARAMETERS)} line(s)"
    values = []
    for i, line in enumerate(lines):
        if i % len(PARAMETERS) == 0:
            values = []
        try:
            values.append(json.loads(line))
            PARAMETERS[len(values) - 1](*values)
        except (AssertionError, ValueError) as e:
            raise AssertionError(f"line {i + 1}: {e}: {line[:60]}") from e
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except (AssertionError, ValueError) as e:
        print(e, file=sys.stderr)
        code = 43
    sys.exit(code)
