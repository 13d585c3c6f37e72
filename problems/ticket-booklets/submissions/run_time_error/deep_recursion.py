# Crashes: RecursionError, the memoised recursion goes thousands of calls deep.
from functools import lru_cache

k, t = map(int, input().split())
sizes = sorted(map(int, input().split()))
none = 10**9


@lru_cache(maxsize=None)
def fewest(x):
    if x == 0:
        return 0
    return min((fewest(x - s) + 1 for s in sizes if s <= x), default=none)


answer = fewest(t)
print(answer if answer < none else "impossible")
