"""Input format: the dominoes, and how many may be turned."""
import json
import sys


def dominoes(d):
    assert type(d) is list and 1 <= len(d) <= 10000, "from 1 to 10000 dominoes"
    for domino in d:
        assert type(domino) is list and len(domino) == 2, "a domino has two numbers"
        assert all(type(x) is int and 0 <= x <= 10**6 for x in domino), "a number is no integer or out of range"


def turns(d, t):
    assert type(t) is int and 0 <= t <= len(d), "turns is no integer or out of range"


PARAMETERS = [dominoes, turns]


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
