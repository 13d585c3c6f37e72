// Too slow: halves the range recursively from scratch for every question, O(n q).
#include <algorithm>
#include <cstdio>
#include <vector>

struct Node {
    long long sum, prefix, suffix, run;
};

static std::vector<long long> moods;

static Node solve(int l, int r) {
    if (l == r) return {moods[l], moods[l], moods[l], moods[l]};
    int mid = (l + r) / 2;
    Node x = solve(l, mid), y = solve(mid + 1, r);
    return {x.sum + y.sum, std::max(x.prefix, x.sum + y.prefix), std::max(y.suffix, y.sum + x.suffix),
            std::max({x.run, y.run, x.suffix + y.prefix})};
}

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    moods.resize(n + 1);
    for (int i = 1; i <= n; i++)
        if (scanf("%lld", &moods[i]) != 1) return 1;
    while (q--) {
        char kind;
        int a, b;
        if (scanf(" %c %d %d", &kind, &a, &b) != 3) return 1;
        if (kind == '=') moods[a] = b;
        else printf("%lld\n", solve(a, b).run);
    }
}
