// Wrong: does not notice that some islands stay apart.
#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <vector>

static std::vector<int> parent;

static int find(int x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
}

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::array<int, 3>> cables(m);
    for (auto &[p, a, b] : cables)
        if (scanf("%d %d %d", &a, &b, &p) != 3) return 1;
    std::sort(cables.begin(), cables.end());
    parent.resize(n + 1);
    std::iota(parent.begin(), parent.end(), 0);
    long long total = 0;
    for (auto &[p, a, b] : cables) {
        int x = find(a), y = find(b);
        if (x == y) continue;
        parent[x] = y;
        total += p;
    }
    printf("%lld\n", total);
}
