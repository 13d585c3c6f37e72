# All ways minus those that step into a puddle, split by the first one, O(k^2).
import sys

P = 998244353


def main():
    data = list(map(int, sys.stdin.read().split()))
    r, c = data[0], data[1]
    slabs = sorted(zip(data[3::2], data[4::2])) + [(r, c)]
    size = r + c
    fact = [1] * size
    for x in range(1, size):
        fact[x] = fact[x - 1] * x % P
    inverse = [1] * size
    inverse[-1] = pow(fact[-1], P - 2, P)
    for x in range(size - 1, 0, -1):
        inverse[x - 1] = inverse[x] * x % P
    done = []
    for i, j in slabs:
        bad = 0
        for a, b, f in done:
            if b <= j:
                bad += f * (fact[i - a + j - b] * inverse[i - a] % P) * inverse[j - b] % P
        total = fact[i + j - 2] * inverse[i - 1] % P * inverse[j - 1] % P
        done.append((i, j, (total - bad) % P))
    print(done[-1][2])


main()
