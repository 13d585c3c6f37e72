"""Input format: the hall."""
import json
import sys


def hall(h):
    assert type(h) is list and 1 <= len(h) <= 40 and type(h[0]) is list and 1 <= len(h[0]) <= 40, "from 1 to 40 rows and columns"
    for row in h:
        assert type(row) is list and len(row) == len(h[0]), "rows of different lengths"
        assert all(c in (".", "/", "\\", "#") for c in row), "a square is ., /, \\ or #"


PARAMETERS = [hall]


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
