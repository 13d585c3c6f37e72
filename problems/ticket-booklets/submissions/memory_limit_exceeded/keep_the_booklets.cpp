// Too much memory: stores the full list of booklets for every total, O(t^2).
#include <iostream>
#include <vector>

int main() {
    int k, t;
    std::cin >> k >> t;
    std::vector<int> sizes(k);
    for (int &s : sizes) std::cin >> s;
    std::vector<std::vector<int>> list(t + 1);
    std::vector<bool> reached(t + 1, false);
    reached[0] = true;
    for (int x = 1; x <= t; x++) {
        int from = -1;
        for (int s : sizes)
            if (s <= x && reached[x - s] && (from < 0 || list[x - s].size() < list[from].size())) from = x - s;
        if (from < 0) continue;
        reached[x] = true;
        list[x].reserve(list[from].size() + 1);
        list[x] = list[from];
        list[x].push_back(x - from);
    }
    if (reached[t]) std::cout << list[t].size() << "\n";
    else std::cout << "impossible\n";
}
