# best[x] = fewest booklets for exactly x tickets, O(k t).


def main():
    k, t = map(int, input().split())
    sizes = sorted(map(int, input().split()))
    none = 10**9
    best = [none] * (t + 1)
    best[0] = 0
    for s in sizes:
        for x in range(s, t + 1):
            y = best[x - s] + 1
            if y < best[x]:
                best[x] = y
    print(best[t] if best[t] < none else "impossible")


main()
