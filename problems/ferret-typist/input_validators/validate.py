"""Input format: one line of 1..300000 keys out of a-z < ! #."""
import re
import sys


def main():
    data = sys.stdin.buffer.read().decode("ascii")
    return 42 if re.fullmatch(r"[a-z<!#]{1,300000}\n", data) else 43


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
