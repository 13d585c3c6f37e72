// Too slow: lets the minutes pass one by one and checks every line, O(m * answer).
#include <algorithm>
#include <cstdio>
#include <vector>

struct Line {
    int a, b, d, p;
};

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    std::vector<Line> lines(m);
    for (auto &x : lines)
        if (scanf("%d %d %d %d", &x.a, &x.b, &x.d, &x.p) != 4) return 1;
    std::vector<bool> reachable(n + 1, false);
    reachable[1] = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (auto &x : lines)
            if (reachable[x.a] != reachable[x.b]) reachable[x.a] = reachable[x.b] = changed = true;
    }
    if (!reachable[n]) {
        puts("stranded");
        return 0;
    }
    std::vector<long long> best(n + 1, 1LL << 60);
    best[1] = 0;
    for (long long now = 0; best[n] > now; now++) {
        for (auto &x : lines) {
            if (now % x.p != 0) continue;
            if (best[x.a] <= now) best[x.b] = std::min(best[x.b], now + x.d);
            if (best[x.b] <= now) best[x.a] = std::min(best[x.a], now + x.d);
        }
    }
    printf("%lld\n", best[n]);
}
