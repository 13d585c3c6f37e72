// Too much memory: keeps the whole table of 64 million ints.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string a, b;
    std::cin >> a >> b;
    std::vector<std::vector<int>> table;
    for (size_t i = 0; i <= a.size(); i++) table.emplace_back(b.size() + 1, 0);
    for (size_t i = 1; i <= a.size(); i++)
        for (size_t j = 1; j <= b.size(); j++)
            table[i][j] = std::max({table[i - 1][j], table[i][j - 1], table[i - 1][j - 1] + (a[i - 1] == b[j - 1])});
    std::cout << table[a.size()][b.size()] << "\n";
}
