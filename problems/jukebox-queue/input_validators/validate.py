"""Input format: the lists of songs."""
import json
import sys


def wishes(w):
    assert type(w) is list and 1 <= len(w) <= 2000, "from 1 to 2000 lists"
    for songs in w:
        assert type(songs) is list and all(type(x) is int and 1 <= x <= 10**9 for x in songs), "a song is no integer or out of range"
    assert sum(map(len, w)) <= 20000, "too many songs"


PARAMETERS = [wishes]


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
