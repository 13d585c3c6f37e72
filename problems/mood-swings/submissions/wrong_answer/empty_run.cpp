// Wrong: allows an empty run with joy 0.
#include <algorithm>
#include <cstdio>
#include <vector>

struct Node {
    long long sum = 0, prefix = 0, suffix = 0, run = 0;
};

static Node join(const Node &x, const Node &y) {
    return {x.sum + y.sum, std::max(x.prefix, x.sum + y.prefix), std::max(y.suffix, y.sum + x.suffix),
            std::max({x.run, y.run, x.suffix + y.prefix})};
}

static Node leaf(long long x) {
    long long y = std::max(x, 0LL);
    return {x, y, y, y};
}

int main() {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    int size = 1;
    while (size < n) size *= 2;
    std::vector<Node> tree(2 * size);
    for (int i = 0; i < n; i++) {
        long long x;
        if (scanf("%lld", &x) != 1) return 1;
        tree[size + i] = leaf(x);
    }
    for (int i = size - 1; i > 0; i--) tree[i] = join(tree[2 * i], tree[2 * i + 1]);
    while (q--) {
        char kind;
        long long a, b;
        if (scanf(" %c %lld %lld", &kind, &a, &b) != 3) return 1;
        if (kind == '=') {
            int i = size + int(a) - 1;
            tree[i] = leaf(b);
            while (i /= 2) tree[i] = join(tree[2 * i], tree[2 * i + 1]);
        } else {
            Node left, right;
            for (int i = size + int(a) - 1, j = size + int(b); i < j; i /= 2, j /= 2) {
                if (i & 1) left = join(left, tree[i++]);
                if (j & 1) right = join(tree[--j], right);
            }
            printf("%lld\n", join(left, right).run);
        }
    }
}
