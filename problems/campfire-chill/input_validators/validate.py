"""Input format: the fires, and the tents."""
import json
import sys


def places(p):
    assert type(p) is list and 1 <= len(p) <= 16000, "from 1 to 16000 places"
    for x in p:
        assert type(x) in (int, float) and -10**5 <= x <= 10**5, "a place is no number or out of range"
        assert round(x, 3) == x, "more than three decimals"


def fires(f):
    places(f)


def tents(_, t):
    places(t)


PARAMETERS = [fires, tents]


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
