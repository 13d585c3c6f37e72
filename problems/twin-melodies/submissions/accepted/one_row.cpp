// Dynamic programming with a single row of the table.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string a, b;
    std::cin >> a >> b;
    std::vector<int> row(b.size() + 1, 0);
    for (char note : a) {
        int diagonal = 0;
        for (size_t j = 1; j <= b.size(); j++) {
            int above = row[j];
            int here = std::max(above, row[j - 1]);
            here = std::max(here, diagonal + (note == b[j - 1]));
            row[j] = here;
            diagonal = above;
        }
    }
    std::cout << row.back() << "\n";
}
