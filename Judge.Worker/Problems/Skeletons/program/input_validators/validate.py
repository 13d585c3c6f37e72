"""Exits with 42 when standard input is as the statement promises, with 43 when not."""
import re
import sys


def is_valid(text):
    match = re.fullmatch(r"([1-9][0-9]{0,5})\n((?:0|[1-9][0-9]{0,9})(?: (?:0|[1-9][0-9]{0,9}))*)\n", text)
    if match is None:
        return False
    n, numbers = int(match[1]), [int(word) for word in match[2].split(" ")]
    return n <= 100_000 and len(numbers) == n and max(numbers) <= 10**9


sys.exit(42 if is_valid(sys.stdin.read()) else 43)
