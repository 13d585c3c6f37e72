# Crashes: RecursionError, the memoised recursion is as deep as both melodies.
from functools import lru_cache

a = input().strip()
b = input().strip()


@lru_cache(maxsize=None)
def longest(i, j):
    if i == len(a) or j == len(b):
        return 0
    if a[i] == b[j]:
        return 1 + longest(i + 1, j + 1)
    return max(longest(i + 1, j), longest(i, j + 1))


print(longest(0, 0))
