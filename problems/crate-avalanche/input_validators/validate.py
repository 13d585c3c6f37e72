"""Input format: the grid."""
import json
import sys


def shaft(s):
    assert type(s) is list and 1 <= len(s) <= 150 and type(s[0]) is list and 1 <= len(s[0]) <= 150, "from 1 to 150 rows and columns"
    for row in s:
        assert type(row) is list and len(row) == len(s[0]), "rows of different lengths"
        assert all(c in ("o", "#", ".") for c in row), "a cell is o, # or ."


PARAMETERS = [shaft]


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
