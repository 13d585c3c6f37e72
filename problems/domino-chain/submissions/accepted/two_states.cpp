// The fewest turns with the last domino as it is, and with it turned.
class Solution {
public:
    bool canLay(vector<vector<int>>& dominoes, int turns) {
        const int never = 1 << 20;
        int fewest[2] = {0, 1};
        for (size_t i = 1; i < dominoes.size(); i++) {
            int next[2] = {never, never};
            for (int before : {0, 1})
                for (int now : {0, 1})
                    if (dominoes[i - 1][1 - before] == dominoes[i][now]) next[now] = min(next[now], fewest[before] + now);
            copy(next, next + 2, fewest);
        }
        return min(fewest[0], fewest[1]) <= turns;
    }
};
