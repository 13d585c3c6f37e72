# Wrong: goes through the totals downwards, so each kind is bought at most once.
k, t = map(int, input().split())
none = 10**9
best = [0] + [none] * t
for s in map(int, input().split()):
    for x in range(t, s - 1, -1):
        best[x] = min(best[x], best[x - s] + 1)
print(best[t] if best[t] < none else "impossible")
