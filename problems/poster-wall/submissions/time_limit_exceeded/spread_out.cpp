// Too slow: from every house walks left and right while it is high enough, O(n^2).
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<long long> h(n);
    for (auto &x : h)
        if (scanf("%lld", &x) != 1) return 1;
    long long best = 0;
    for (int i = 0; i < n; i++) {
        int left = i, right = i;
        while (left > 0 && h[left - 1] >= h[i]) left--;
        while (right + 1 < n && h[right + 1] >= h[i]) right++;
        best = std::max(best, h[i] * (right - left + 1));
    }
    printf("%lld\n", best);
}
