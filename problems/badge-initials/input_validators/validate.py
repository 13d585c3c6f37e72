"""Input format: the names."""
import json
import sys


def names(n):
    assert type(n) is list and 1 <= len(n) <= 10000, "from 1 to 10000 names"
    for name in n:
        assert type(name) is str and 1 <= len(name) <= 1000, "no string of 1 to 1000 letters"
        assert name.isascii() and name.isalpha() and name.islower(), "a character that is no small letter"
    assert sum(map(len, n)) <= 150000, "too many letters"
    assert len(set(n)) == len(n), "a name is there twice"


PARAMETERS = [names]


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
