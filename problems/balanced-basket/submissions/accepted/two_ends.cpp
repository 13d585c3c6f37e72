#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    long n, t;
    std::cin >> n >> t;
    std::vector<std::pair<long, int>> cheeses(n);
    for (int i = 0; i < n; i++) {
        std::cin >> cheeses[i].first;
        cheeses[i].second = i + 1;
    }
    std::sort(cheeses.begin(), cheeses.end());
    for (int i = 0, j = n - 1; i < j;) {
        long sum = cheeses[i].first + cheeses[j].first;
        if (sum == t) {
            std::cout << cheeses[i].second << ' ' << cheeses[j].second << '\n';
            return 0;
        }
        if (sum < t) i++;
        else j--;
    }
    std::cout << "none\n";
}
