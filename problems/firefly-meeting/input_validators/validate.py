"""Input format: n, then n lines "x v"."""
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
    (n,) = numbers(lines[0])
    assert 1 <= n <= 80000 and len(lines) == n + 1
    for line in lines[1:]:
        x, v = numbers(line)
        assert -10**9 <= x <= 10**9 and 1 <= v <= 10**6
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
