// Wrong: the best sum starts at 0, so an all-negative notebook gives 0.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    std::vector<long long> prefix(n + 1, 0);
    for (int i = 1; i <= n; i++) {
        int t;
        if (scanf("%d", &t) != 1) return 1;
        prefix[i] = prefix[i - 1] + t;
    }
    long long best = 0;
    for (int i = k; i <= n; i++) best = std::max(best, prefix[i] - prefix[i - k]);
    printf("%.9f\n", double(best) / k);
}
