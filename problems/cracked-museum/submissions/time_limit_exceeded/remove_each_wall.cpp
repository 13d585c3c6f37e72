// Too slow: a whole breadth-first search for every wall, O((r c)^2).
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

static int r, c;
static std::vector<std::string> plan;

static int walk() {
    std::vector<int> dist(r * c, -1), queue;
    for (int p = 0; p < r * c; p++)
        if (plan[p / c][p % c] == 'S') {
            dist[p] = 0;
            queue.push_back(p);
        }
    const int di[] = {0, 0, 1, -1}, dj[] = {1, -1, 0, 0};
    for (size_t head = 0; head < queue.size(); head++) {
        int p = queue[head], i = p / c, j = p % c;
        if (plan[i][j] == 'F') return dist[p];
        for (int d = 0; d < 4; d++) {
            int a = i + di[d], b = j + dj[d];
            if (a < 0 || b < 0 || a >= r || b >= c || plan[a][b] == '#' || dist[a * c + b] >= 0) continue;
            dist[a * c + b] = dist[p] + 1;
            queue.push_back(a * c + b);
        }
    }
    return 1 << 29;
}

int main() {
    std::cin >> r >> c;
    plan.resize(r);
    for (auto &row : plan) std::cin >> row;
    int best = walk();
    for (auto &row : plan)
        for (char &tile : row)
            if (tile == '#') {
                tile = '.';
                best = std::min(best, walk());
                tile = '#';
            }
    std::cout << (best == 1 << 29 ? -1 : best) << "\n";
}
