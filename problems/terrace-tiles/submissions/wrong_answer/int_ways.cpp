class Solution {
public:
    int countTilings(vector<string>& plan) {
        int width = plan[0].size();
        vector<unsigned> ways(1 << width), then(1 << width);
        ways[0] = 1;
        for (auto& row : plan) {
            for (int c = 0; c < width; c++) {
                ranges::fill(then, 0u);
                for (int state = 0; state < 1 << width; state++) {
                    bool covered = state >> c & 1;
                    int without = state & ~(1 << c);
                    if (covered && row[c] == '#') continue;
                    if (covered || row[c] == '#') {
                        then[without] += ways[state];
                    } else {
                        then[state | 1 << c] += ways[state];
                        if (c + 1 < width && !(state >> (c + 1) & 1)) then[state | 1 << (c + 1)] += ways[state];
                    }
                }
                swap(ways, then);
            }
        }
        return (int)ways[0];
    }
};
