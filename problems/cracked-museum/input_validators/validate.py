"""Input format: "r c", then r lines of c tiles with one S and one F."""
import re
import sys


def main():
    data = sys.stdin.buffer.read().decode("ascii")
    lines = data.split("\n")
    assert lines.pop() == ""
    match = re.fullmatch(r"([1-9][0-9]{0,2}) ([1-9][0-9]{0,2})", lines[0])
    r, c = map(int, match.groups())
    assert r <= 500 and c <= 500 and r * c >= 2 and len(lines) == r + 1
    for line in lines[1:]:
        assert len(line) == c and re.fullmatch(r"[.#SF]+", line)
    plan = "".join(lines[1:])
    assert plan.count("S") == 1 and plan.count("F") == 1
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
