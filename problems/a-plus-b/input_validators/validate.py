"""Input format: one line "a b" with -10^18 <= a, b <= 10^18."""
import re
import sys


def main():
    data = sys.stdin.buffer.read().decode("ascii")
    number = r"(0|-?[1-9][0-9]*)"
    match = re.fullmatch(number + " " + number + "\n", data)
    if match is None:
        return 43
    if any(abs(int(x)) > 10**18 for x in match.groups()):
        return 43
    return 42


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
