"""Input format: the text, and the small letter of the key."""
import json
import sys


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def text(t):
    assert type(t) is str and len(t) <= 5000, "no string of at most 5000 characters"
    assert all(c in LETTERS + LETTERS.upper() + " .,'\"!-" for c in t), "a character that is not allowed"


def key(_, k):
    assert type(k) is str and len(k) == 1 and k in LETTERS, "no small letter"


PARAMETERS = [text, key]


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
