"""Input format: "n k" and n numbers; bounds as in the statement, whatever the subtask."""
import re
import sys


def main():
    data = sys.stdin.buffer.read().decode("ascii")
    number = r"(?:0|[1-9][0-9]{0,6})"
    if not re.fullmatch(rf"{number} {number}\n{number}(?: {number})*\n", data):
        return 43
    n, k, *a = map(int, data.split())
    return 42 if 2 <= n <= 100000 and 1 <= k <= 10**6 and len(a) == n and max(a) <= 10**6 else 43


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
