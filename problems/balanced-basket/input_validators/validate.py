"""Input format: "n t" and n weights, bounds as in the statement."""
import re
import sys


def main():
    data = sys.stdin.buffer.read().decode("ascii")
    number = r"[1-9][0-9]{0,9}"
    if not re.fullmatch(rf"{number} {number}\n{number}(?: {number})*\n", data):
        return 43
    n, t, *weights = map(int, data.split())
    return 42 if 2 <= n <= 50000 and 2 <= t <= 2 * 10**9 and len(weights) == n and max(weights) <= 10**9 else 43


if __name__ == "__main__":
    try:
        code = main()
    except Exception:
        code = 43
    sys.exit(code)
