"""Input format: "n m", then m lines "a b d p"."""
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
    n, m = numbers(lines[0])
    assert 2 <= n <= 20000 and 0 <= m <= 30000 and len(lines) == m + 1
    for line in lines[1:]:
        a, b, d, p = numbers(line)
        assert 1 <= a <= n and 1 <= b <= n and a != b
        assert 1 <= d <= 10**6 and 1 <= p <= 10**6
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
