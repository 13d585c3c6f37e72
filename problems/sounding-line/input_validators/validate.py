"""Input format: one line "n d" with 1 <= n <= 10^9 and 0 <= d <= n; 0 is a depth that is made up while it is asked for."""
import re
import sys


def main():
    match = re.fullmatch(r"([1-9][0-9]{0,9}) (0|[1-9][0-9]{0,9})\n", sys.stdin.buffer.read().decode("ascii"))
    return 42 if match and int(match[1]) <= 10**9 and int(match[2]) <= int(match[1]) else 43


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
