# For an even n the last odd singer stands beside the first even one only when that is far away: with 4 it is 3 and 2.
n = int(input())
if n in (2, 3):
    print("impossible")
else:
    print(*range(1, n + 1, 2), *range(2, n + 1, 2))
