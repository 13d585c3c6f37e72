#include <iostream>
#include <unordered_map>

int main() {
    long n, t, x;
    std::cin >> n >> t;
    std::unordered_map<long, long> place;
    for (long i = 0; i < n && std::cin >> x; i++) {
        if (place.count(t - x)) {
            std::cout << place[t - x] << ' ' << i << '\n';
            return 0;
        }
        place[x] = i;
    }
    std::cout << "none\n";
}
