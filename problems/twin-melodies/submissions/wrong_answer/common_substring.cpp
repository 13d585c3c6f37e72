// Wrong: finds the longest common block of consecutive notes.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string a, b;
    std::cin >> a >> b;
    std::vector<int> row(b.size() + 1, 0);
    int best = 0;
    for (char note : a) {
        for (size_t j = b.size(); j >= 1; j--) {
            row[j] = note == b[j - 1] ? row[j - 1] + 1 : 0;
            best = std::max(best, row[j]);
        }
    }
    std::cout << best << "\n";
}
