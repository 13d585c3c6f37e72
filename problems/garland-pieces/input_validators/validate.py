"""Input format: the lengths of the garlands, and the number of windows."""
import json
import sys


def garlands(g):
    assert type(g) is list and 1 <= len(g) <= 15000, "from 1 to 15000 garlands"
    assert all(type(x) is int and 1 <= x <= 10**9 for x in g), "a length is no integer or out of range"


def windows(_, w):
    assert type(w) is int and 1 <= w <= 10**9, "windows is no integer or out of range"


PARAMETERS = [garlands, windows]


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
