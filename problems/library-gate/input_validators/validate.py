"""Input format: the names."""
import json
import sys


def passes(p):
    assert type(p) is list and len(p) <= 20000, "at most 20000 names"
    for name in p:
        assert type(name) is str and 1 <= len(name) <= 20, "no string of 1 to 20 characters"
        letters = name.replace(" ", "")
        assert letters and letters.isascii() and letters.isalpha(), "no letters, or a character that is not allowed"


PARAMETERS = [passes]


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
