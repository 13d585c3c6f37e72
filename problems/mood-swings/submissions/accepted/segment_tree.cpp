// Segment tree of (sum, best prefix, best suffix, best run).
#include <algorithm>
#include <cstdio>
#include <vector>

struct Node {
    long long sum, prefix, suffix, run;
};

static Node join(const Node &x, const Node &y) {
    return {x.sum + y.sum, std::max(x.prefix, x.sum + y.prefix), std::max(y.suffix, y.sum + x.suffix),
            std::max({x.run, y.run, x.suffix + y.prefix})};
}

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    int size = 1;
    while (size < n) size *= 2;
    const long long low = -1000000000000000LL;
    const Node nothing = {0, low, low, low};
    std::vector<Node> tree(2 * size, nothing);
    for (int i = 0; i < n; i++) {
        long long x;
        if (scanf("%lld", &x) != 1) return 1;
        tree[size + i] = {x, x, x, x};
    }
    for (int i = size - 1; i > 0; i--) tree[i] = join(tree[2 * i], tree[2 * i + 1]);
    while (q--) {
        char kind;
        long long a, b;
        if (scanf(" %c %lld %lld", &kind, &a, &b) != 3) return 1;
        if (kind == '=') {
            int i = size + int(a) - 1;
            tree[i] = {b, b, b, b};
            while (i /= 2) tree[i] = join(tree[2 * i], tree[2 * i + 1]);
        } else {
            Node left = nothing, right = nothing;
            for (int i = size + int(a) - 1, j = size + int(b); i < j; i /= 2, j /= 2) {
                if (i & 1) left = join(left, tree[i++]);
                if (j & 1) right = join(tree[--j], right);
            }
            printf("%lld\n", join(left, right).run);
        }
    }
}
