"""Input format: n, then n heights between 0 and 10^9."""
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
    assert len(lines) == 3 and lines[2] == ""
    (n,) = numbers(lines[0])
    assert 1 <= n <= 150000
    h = numbers(lines[1])
    assert len(h) == n and min(h) >= 0 and max(h) <= 10**9
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
