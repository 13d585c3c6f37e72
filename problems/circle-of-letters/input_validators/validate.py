"""Input format: the letters, and up to where they count."""
import json
import sys


def letters(t):
    assert type(t) is str and 1 <= len(t) <= 1000, "no string of 1 to 1000 letters"
    assert t.isascii() and t.isalpha(), "a character that is no letter"


def count(_, c):
    assert type(c) is int and 1 <= c <= 10**9, "count is no integer or out of range"


PARAMETERS = [letters, count]


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
