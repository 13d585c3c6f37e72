// Dijkstra; waiting rounds the time up to a multiple of the period.
#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

struct Line {
    int to, d, p;
};

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<std::vector<Line>> around(n + 1);
    while (m--) {
        int a, b, d, p;
        if (scanf("%d %d %d %d", &a, &b, &d, &p) != 4) return 1;
        around[a].push_back({b, d, p});
        around[b].push_back({a, d, p});
    }
    using Entry = std::pair<long long, int>;
    std::vector<long long> best(n + 1, -1);
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.push({0, 1});
    best[1] = 0;
    while (!queue.empty()) {
        auto [time, a] = queue.top();
        queue.pop();
        if (time > best[a]) continue;
        for (auto [b, d, p] : around[a]) {
            long long arrival = (time + p - 1) / p * p + d;
            if (best[b] < 0 || arrival < best[b]) {
                best[b] = arrival;
                queue.push({arrival, b});
            }
        }
    }
    if (best[n] < 0) puts("stranded");
    else printf("%lld\n", best[n]);
}
