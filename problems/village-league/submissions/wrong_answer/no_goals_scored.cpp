class Solution {
public:
    vector<vector<string>> table(vector<vector<string>>& matches) {
        map<string, array<int, 4>> teams;
        for (auto& match : matches) {
            int a, b;
            sscanf(match[2].c_str(), "%d:%d", &a, &b);
            for (int side = 0; side < 2; side++, swap(a, b)) {
                auto& team = teams[match[side]];
                team[0]++;
                team[1] += a > b ? 3 : a == b;
                team[2] += a;
                team[3] += b;
            }
        }
        vector<vector<string>> rows;
        for (auto& [name, t] : teams) rows.push_back({name, to_string(t[0]), to_string(t[1]), to_string(t[2]) + ":" + to_string(t[3])});
        stable_sort(rows.begin(), rows.end(), [&](auto& x, auto& y) {
            auto &a = teams[x[0]], &b = teams[y[0]];
            return a[1] != b[1] ? a[1] > b[1] : a[2] - a[3] > b[2] - b[3];
        });
        return rows;
    }
};
