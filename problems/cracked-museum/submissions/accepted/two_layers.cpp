// Breadth-first search over (tile, hammer already used).
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    int r, c;
    std::cin >> r >> c;
    std::vector<std::string> plan(r);
    for (auto &row : plan) std::cin >> row;
    std::vector<int> dist(2 * r * c, -1), queue;
    for (int i = 0; i < r * c; i++)
        if (plan[i / c][i % c] == 'S') {
            dist[2 * i] = 0;
            queue.push_back(2 * i);
        }
    const int di[] = {0, 0, 1, -1}, dj[] = {1, -1, 0, 0};
    for (size_t head = 0; head < queue.size(); head++) {
        int state = queue[head], used = state & 1, i = state / 2 / c, j = state / 2 % c;
        if (plan[i][j] == 'F') {
            std::cout << dist[state] << "\n";
            return 0;
        }
        for (int d = 0; d < 4; d++) {
            int a = i + di[d], b = j + dj[d];
            if (a < 0 || b < 0 || a >= r || b >= c) continue;
            int now = used + (plan[a][b] == '#');
            if (now > 1) continue;
            int next = 2 * (a * c + b) + now;
            if (dist[next] >= 0) continue;
            dist[next] = dist[state] + 1;
            queue.push_back(next);
        }
    }
    std::cout << -1 << "\n";
}
