class Solution {
public:
    long long countTilings(vector<string>& plan) {
        int width = plan[0].size();
        vector<long long> ways(1 << width), then(1 << width);
        ways[0] = 1;
        for (auto& row : plan) {
            for (int c = 0; c < width; c++) {
                ranges::fill(then, 0);
                for (int state = 0; state < 1 << width; state++) {
                    if (!ways[state]) continue;
                    bool covered = state >> c & 1;
                    int without = state & ~(1 << c);
                    if (row[c] == '#') {
                        if (!covered) then[without] += ways[state];
                    } else if (covered) {
                        then[without] += ways[state];
                    } else {
                        then[state | 1 << c] += ways[state];
                        if (c + 1 < width && !(state >> (c + 1) & 1)) then[state | 1 << (c + 1)] += ways[state];
                    }
                }
                swap(ways, then);
            }
        }
        return ways[0];
    }
};
