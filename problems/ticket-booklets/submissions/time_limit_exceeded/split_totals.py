# Too slow: splits every total into all pairs of smaller totals, O(t^2).


def main():
    k, t = map(int, input().split())
    none = 10**9
    best = [none] * (t + 1)
    for s in map(int, input().split()):
        if s <= t:
            best[s] = 1
    for x in range(2, t + 1):
        fewest = best[x]
        for y in range(1, x):
            z = best[y] + best[x - y]
            if z < fewest:
                fewest = z
        best[x] = fewest
    print(best[t] if best[t] < none else "impossible")


main()
