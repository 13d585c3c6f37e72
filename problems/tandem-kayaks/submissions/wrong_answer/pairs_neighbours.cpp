// Wrong: after sorting, only neighbours (the two lightest, ...) share a kayak.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, c;
    std::cin >> n >> c;
    std::vector<int> w(n);
    for (int &x : w) std::cin >> x;
    std::sort(w.begin(), w.end());
    int kayaks = 0;
    for (int i = 0; i < n; kayaks++) i += (i + 1 < n && w[i] + w[i + 1] <= c) ? 2 : 1;
    std::cout << kayaks << "\n";
}
