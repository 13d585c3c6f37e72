#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    long n, k, x, pairs = 0;
    std::cin >> n >> k;
    std::vector<long> seen(k);
    while (n-- > 0) {
        std::cin >> x;
        pairs += seen[(k - x % k) % k];
        seen[x % k]++;
    }
    std::cout << pairs << '\n';
}
