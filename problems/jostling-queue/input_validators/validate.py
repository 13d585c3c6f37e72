"""Input format: the heights."""
import json
import sys


def heights(h):
    assert type(h) is list and 1 <= len(h) <= 30000, "from 1 to 30000 trolls"
    assert all(type(x) is int and 1 <= x <= 10**6 for x in h), "a height is no integer or out of range"


PARAMETERS = [heights]


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
