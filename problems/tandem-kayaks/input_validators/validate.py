"""Input format: "n c", then n weights between 1 and c."""
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
    n, c = numbers(lines[0])
    assert 1 <= n <= 100000 and 1 <= c <= 10**9
    w = numbers(lines[1])
    assert len(w) == n and min(w) >= 1 and max(w) <= c
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
