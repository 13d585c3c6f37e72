# Wrong: prints only two decimals, too coarse for the tolerance.
n, k = map(int, input().split())
t = list(map(int, input().split()))
total = best = sum(t[:k])
for i in range(k, n):
    total += t[i] - t[i - k]
    best = max(best, total)
print("%.2f" % (best / k))
