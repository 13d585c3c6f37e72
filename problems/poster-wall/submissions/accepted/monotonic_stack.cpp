// Stack of houses with rising heights; a lower house closes the higher ones.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<long long> h(n + 1, -1);
    for (int i = 0; i < n; i++)
        if (scanf("%lld", &h[i]) != 1) return 1;
    std::vector<int> stack;
    long long best = 0;
    for (int i = 0; i <= n; i++) {
        while (!stack.empty() && h[stack.back()] >= h[i]) {
            long long height = h[stack.back()];
            stack.pop_back();
            int left = stack.empty() ? 0 : stack.back() + 1;
            best = std::max(best, height * (i - left));
        }
        stack.push_back(i);
    }
    printf("%lld\n", best);
}
