// Too slow: counts slab by slab with one row in memory, O(r c).
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    const int P = 998244353;
    int r, c, k;
    if (scanf("%d %d %d", &r, &c, &k) != 3) return 1;
    std::vector<std::pair<int, int>> puddles(k);
    for (auto &[i, j] : puddles)
        if (scanf("%d %d", &i, &j) != 2) return 1;
    std::sort(puddles.begin(), puddles.end());
    std::vector<int> row(c + 1, 0);
    row[1] = 1;
    size_t next = 0;
    for (int i = 1; i <= r; i++)
        for (int j = 1; j <= c; j++) {
            if (next < puddles.size() && puddles[next] == std::make_pair(i, j)) {
                row[j] = 0;
                next++;
            } else {
                row[j] += row[j - 1];
                if (row[j] >= P) row[j] -= P;
            }
        }
    printf("%d\n", row[c]);
}
