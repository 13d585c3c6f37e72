"""Input format: the readings, and the trust."""
import json
import sys


def number(x, low, high):
    assert type(x) in (int, float) and low <= x <= high and round(x, 4) == x, "no number in range with at most four decimals"


def readings(r):
    assert type(r) is list and 1 <= len(r) <= 4000, "from 1 to 4000 readings"
    for x in r:
        number(x, -100, 100)


def trust(_, t):
    number(t, 0.01, 1)


PARAMETERS = [readings, trust]


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
