// Wrong: the area wraps around in 32 bits.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> h(n + 1, -1);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &h[i]) != 1) return 1;
    std::vector<int> stack;
    int best = 0;
    for (int i = 0; i <= n; i++) {
        while (!stack.empty() && h[stack.back()] >= h[i]) {
            unsigned height = h[stack.back()];
            stack.pop_back();
            unsigned left = stack.empty() ? 0 : stack.back() + 1;
            best = std::max(best, int(height * (i - left)));
        }
        stack.push_back(i);
    }
    printf("%d\n", best);
}
