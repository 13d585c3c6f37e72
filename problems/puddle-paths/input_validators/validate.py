"""Input format: "r c k", then k different slabs "i j", no corner among them."""
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
    r, c, k = numbers(lines[0])
    assert 1 <= r <= 100000 and 1 <= c <= 100000 and 0 <= k <= 1000
    assert len(lines) == k + 1
    seen = {(1, 1), (r, c)}
    for line in lines[1:]:
        i, j = numbers(line)
        assert 1 <= i <= r and 1 <= j <= c and (i, j) not in seen
        seen.add((i, j))
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
