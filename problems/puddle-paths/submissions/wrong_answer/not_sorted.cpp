// Wrong: takes the puddles in the order of the input, without sorting them.
#include <cstdio>
#include <utility>
#include <vector>

static const long long P = 998244353;
static std::vector<long long> fact(200001), inverse(200001);

static long long power(long long x, long long e) {
    long long y = 1;
    for (; e; e >>= 1, x = x * x % P)
        if (e & 1) y = y * x % P;
    return y;
}

static long long ways(int down, int right) {
    return fact[down + right] * inverse[down] % P * inverse[right] % P;
}

int main() {
    fact[0] = 1;
    for (int i = 1; i <= 200000; i++) fact[i] = fact[i - 1] * i % P;
    inverse[200000] = power(fact[200000], P - 2);
    for (int i = 200000; i > 0; i--) inverse[i - 1] = inverse[i] * i % P;
    int r, c, k;
    if (scanf("%d %d %d", &r, &c, &k) != 3) return 1;
    std::vector<std::pair<int, int>> slabs(k);
    for (auto &[i, j] : slabs)
        if (scanf("%d %d", &i, &j) != 2) return 1;
    slabs.push_back({r, c});
    std::vector<long long> first(k + 1);
    for (int n = 0; n <= k; n++) {
        auto [i, j] = slabs[n];
        long long total = ways(i - 1, j - 1);
        for (int m = 0; m < n; m++) {
            auto [a, b] = slabs[m];
            if (a <= i && b <= j) total = (total + (P - first[m]) * ways(i - a, j - b)) % P;
        }
        first[n] = total;
    }
    printf("%lld\n", first[k]);
}
