"""Input format: the readings, and the least change."""
import json
import sys


def readings(r):
    assert type(r) is list and 1 <= len(r) <= 20000, "from 1 to 20000 readings"
    assert all(type(x) is int and abs(x) <= 2 * 10**9 for x in r), "a reading is no integer or out of range"


def change(_, c):
    assert type(c) is int and 1 <= c <= 2 * 10**9, "change is no integer or out of range"


PARAMETERS = [readings, change]


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
