#include "row.h"

#include <cstdlib>

std::string fault_of(const std::vector<long> &row, long n) {
    if ((long)row.size() != n) return "the row has " + std::to_string(row.size()) + " singers";
    std::vector<bool> seen(n + 1);
    for (size_t i = 0; i < row.size(); i++) {
        if (row[i] < 1 || row[i] > n) return "place " + std::to_string(i + 1) + ": there is no such singer";
        if (seen[row[i]]) return "place " + std::to_string(i + 1) + ": the singer stands in the row already";
        seen[row[i]] = true;
        if (i > 0 && std::labs(row[i] - row[i - 1]) < 2) return "places " + std::to_string(i) + " and " + std::to_string(i + 1) + " whisper";
    }
    return "";
}
