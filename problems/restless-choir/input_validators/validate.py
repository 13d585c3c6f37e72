"""Input format: one integer 1 <= n <= 100000."""
import re
import sys


def main():
    match = re.fullmatch(r"([1-9][0-9]{0,5})\n", sys.stdin.buffer.read().decode("ascii"))
    return 42 if match and int(match[1]) <= 100000 else 43


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
