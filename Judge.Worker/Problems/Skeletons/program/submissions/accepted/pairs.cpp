#include <iostream>

int main() {
    int n, previous = -1, count = 0;
    std::cin >> n;
    for (int i = 0, a; i < n && std::cin >> a; i++) {
        count += a == previous;
        previous = a;
    }
    std::cout << count << '\n';
}
