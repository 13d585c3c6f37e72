"""Input format: arrival and departure, each "HH:MM"."""
import json
import sys


def clock(text):
    assert type(text) is str and len(text) == 5 and text[2] == ":", "a time is HH:MM"
    digits = text[:2] + text[3:]
    assert digits.isdigit() and int(text[:2]) < 24 and int(text[3:]) < 60, "a time is from 00:00 to 23:59"


def arrival(a):
    clock(a)


def departure(_, d):
    clock(d)


PARAMETERS = [arrival, departure]


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
