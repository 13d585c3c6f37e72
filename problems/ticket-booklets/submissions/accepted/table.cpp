// best[x] = fewest booklets for exactly x tickets, O(k t).
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int k, t;
    std::cin >> k >> t;
    const int none = 1 << 29;
    std::vector<int> best(t + 1, none);
    best[0] = 0;
    while (k--) {
        int s;
        std::cin >> s;
        for (int x = s; x <= t; x++) best[x] = std::min(best[x], best[x - s] + 1);
    }
    if (best[t] >= none) std::cout << "impossible\n";
    else std::cout << best[t] << "\n";
}
