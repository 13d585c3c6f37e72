// Crashes: map::at throws std::out_of_range for an island without any cable.
#include <cstdio>
#include <functional>
#include <map>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::map<int, std::vector<std::pair<int, int>>> around;
    for (int i = 0; i < m; i++) {
        int a, b, p;
        if (scanf("%d %d %d", &a, &b, &p) != 3) return 1;
        around[a].push_back({p, b});
        around[b].push_back({p, a});
    }
    std::vector<bool> done(n + 1, false);
    std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> queue;
    queue.push({0, 1});
    long long total = 0;
    int left = n;
    while (!queue.empty()) {
        auto [p, a] = queue.top();
        queue.pop();
        if (done[a]) continue;
        done[a] = true;
        total += p;
        left--;
        for (auto &edge : around.at(a)) queue.push(edge);
    }
    if (left > 0) puts("impossible");
    else printf("%lld\n", total);
}
