// Too much memory: a number for every slab of the square, O(r c) memory.
#include <cstdio>
#include <vector>

int main() {
    const int P = 998244353;
    int r, c, k;
    if (scanf("%d %d %d", &r, &c, &k) != 3) return 1;
    std::vector<std::vector<int>> ways;
    for (int i = 0; i <= r; i++) ways.emplace_back(c + 1, 0);
    while (k--) {
        int i, j;
        if (scanf("%d %d", &i, &j) != 2) return 1;
        ways[i][j] = -1;
    }
    for (int i = 1; i <= r; i++)
        for (int j = 1; j <= c; j++) {
            if (ways[i][j] < 0) ways[i][j] = 0;
            else if (i == 1 && j == 1) ways[i][j] = 1;
            else ways[i][j] = (ways[i - 1][j] + ways[i][j - 1]) % P;
        }
    printf("%d\n", ways[r][c]);
}
