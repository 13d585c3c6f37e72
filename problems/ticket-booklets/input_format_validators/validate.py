"""Input format: "k t", then k different booklet sizes."""
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
    k, t = numbers(lines[0])
    assert 1 <= k <= 50 and 1 <= t <= 30000
    s = numbers(lines[1])
    assert len(s) == len(set(s)) == k and min(s) >= 1 and max(s) <= 30000
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
