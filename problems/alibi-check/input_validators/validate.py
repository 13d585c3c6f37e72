"""Input format: the sightings, opening and closing time."""
import json
import sys


def time(x):
    assert type(x) is int and 0 <= x <= 10**9, "a time is no integer or out of range"


def sightings(s):
    assert type(s) is list and len(s) <= 10000, "at most 10000 sightings"
    for sighting in s:
        assert type(sighting) is list and len(sighting) == 2, "a sighting has two times"
        time(sighting[0])
        time(sighting[1])
        assert sighting[0] < sighting[1], "a sighting ends before it begins"


def opening(_, o):
    time(o)


def closing(_, o, c):
    time(c)
    assert o < c, "closing must be after opening"


PARAMETERS = [sightings, opening, closing]


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
