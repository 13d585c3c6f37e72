"""Input format: "n q", n moods, then q lines "= i x" or "? l r"."""
import re
import sys

NUMBER = re.compile(r"0|-?[1-9][0-9]{0,18}")


def numbers(line):
    parts = line.split(" ")
    if not all(NUMBER.fullmatch(x) for x in parts):
        raise ValueError(line[:50])
    return [int(x) for x in parts]


def main():
    data = sys.stdin.buffer.read().decode("ascii")
    lines = data.split("\n")
    assert lines.pop() == ""
    n, q = numbers(lines[0])
    assert 1 <= n <= 50000 and 1 <= q <= 50000 and len(lines) == q + 2
    moods = numbers(lines[1])
    assert len(moods) == n and max(map(abs, moods)) <= 10**9
    questions = 0
    for line in lines[2:]:
        assert line[:2] in ("= ", "? ")
        a, b = numbers(line[2:])
        if line[0] == "=":
            assert 1 <= a <= n and abs(b) <= 10**9
        else:
            assert 1 <= a <= b <= n
            questions += 1
    assert questions >= 1
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
