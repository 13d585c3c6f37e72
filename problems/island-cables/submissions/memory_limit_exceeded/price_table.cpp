// Too much memory: Prim on a full n x n table of prices, O(n^2) memory.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    const int none = 2000000000;
    std::vector<std::vector<int>> price;
    for (int i = 0; i < n; i++) price.emplace_back(n, none);
    while (m--) {
        int a, b, p;
        if (scanf("%d %d %d", &a, &b, &p) != 3) return 1;
        a--, b--;
        price[a][b] = price[b][a] = std::min(price[a][b], p);
    }
    std::vector<int> best(n, none);
    std::vector<bool> done(n, false);
    best[0] = 0;
    long long total = 0;
    for (int round = 0; round < n; round++) {
        int next = -1;
        for (int i = 0; i < n; i++)
            if (!done[i] && (next < 0 || best[i] < best[next])) next = i;
        if (best[next] == none) {
            puts("impossible");
            return 0;
        }
        done[next] = true;
        total += best[next];
        for (int i = 0; i < n; i++) best[i] = std::min(best[i], price[next][i]);
    }
    printf("%lld\n", total);
}
