// Union-find with path halving.
class Solution {
public:
    vector<vector<int>> circles(int guests, vector<vector<int>>& talks) {
        vector<int> parent(guests);
        iota(parent.begin(), parent.end(), 0);
        auto root = [&](int x) {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        };
        for (auto& t : talks) parent[root(t[0])] = root(t[1]);
        vector<vector<int>> all(guests), found;
        for (int x = guests - 1; x >= 0; x--) all[root(x)].push_back(x);
        for (auto& circle : all)
            if (circle.size() > 1) found.push_back(circle);
        return found;
    }
};
