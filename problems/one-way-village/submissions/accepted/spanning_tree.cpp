class Solution {
public:
    vector<vector<int>> orient(int squares, vector<vector<int>>& lanes) {
        if (lanes.size() % 2) return {};
        vector<vector<pair<int, int>>> near(squares);
        for (int i = 0; i < (int)lanes.size(); i++) {
            near[lanes[i][0]].push_back({lanes[i][1], i});
            near[lanes[i][1]].push_back({lanes[i][0], i});
        }
        vector<int> order{0}, up(squares, -1), link(squares, -1), arrivals(squares);
        vector<bool> seen(squares), tree(lanes.size());
        seen[0] = true;
        for (size_t k = 0; k < order.size(); k++)
            for (auto [other, i] : near[order[k]]) {
                if (seen[other]) continue;
                seen[other] = tree[i] = true;
                up[other] = order[k];
                link[other] = i;
                order.push_back(other);
            }
        for (int i = 0; i < (int)lanes.size(); i++)
            if (!tree[i]) arrivals[lanes[i][1]]++;
        for (int k = squares - 1; k > 0; k--) {
            int square = order[k], parent = up[square];
            int end = arrivals[square] % 2 ? square : parent;
            lanes[link[square]] = {square ^ parent ^ end, end};
            arrivals[end]++;
        }
        return lanes;
    }
};
