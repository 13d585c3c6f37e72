// Too much memory: every state keeps its whole path from S, never released.
#include <iostream>
#include <string>
#include <utility>
#include <vector>

struct State {
    int used;
    std::vector<std::pair<int, int>> path;
};

int main() {
    int r, c;
    std::cin >> r >> c;
    std::vector<std::string> plan(r);
    for (auto &row : plan) std::cin >> row;
    std::vector<bool> visited(2 * r * c, false);
    std::vector<State> queue;
    for (int i = 0; i < r; i++)
        for (int j = 0; j < c; j++)
            if (plan[i][j] == 'S') {
                queue.push_back({0, {{i, j}}});
                visited[2 * (i * c + j)] = true;
            }
    const int di[] = {0, 0, 1, -1}, dj[] = {1, -1, 0, 0};
    for (size_t head = 0; head < queue.size(); head++) {
        auto [i, j] = queue[head].path.back();
        if (plan[i][j] == 'F') {
            std::cout << queue[head].path.size() - 1 << "\n";
            return 0;
        }
        for (int d = 0; d < 4; d++) {
            int a = i + di[d], b = j + dj[d];
            if (a < 0 || b < 0 || a >= r || b >= c) continue;
            int now = queue[head].used + (plan[a][b] == '#');
            if (now > 1 || visited[2 * (a * c + b) + now]) continue;
            visited[2 * (a * c + b) + now] = true;
            State next;
            next.used = now;
            next.path.reserve(queue[head].path.size() + 1);
            next.path = queue[head].path;
            next.path.push_back({a, b});
            queue.push_back(std::move(next));
        }
    }
    std::cout << -1 << "\n";
}
