// Wrong: who talked to nobody is a circle, too.
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
        map<int, vector<int>> all;
        for (int x = 0; x < guests; x++) all[root(x)].push_back(x);
        vector<vector<int>> found;
        for (auto& [_, circle] : all) found.push_back(circle);
        return found;
    }
};
