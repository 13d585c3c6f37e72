class Solution {
public:
    long long countTilings(vector<string>& plan) {
        for (size_t r = 0; r < plan.size(); r++) {
            for (size_t c = 0; c < plan[r].size(); c++) {
                if (plan[r][c] != '.') continue;
                long long ways = 0;
                plan[r][c] = 'x';
                if (c + 1 < plan[r].size() && plan[r][c + 1] == '.') {
                    plan[r][c + 1] = 'x';
                    ways += countTilings(plan);
                    plan[r][c + 1] = '.';
                }
                if (r + 1 < plan.size() && plan[r + 1][c] == '.') {
                    plan[r + 1][c] = 'x';
                    ways += countTilings(plan);
                    plan[r + 1][c] = '.';
                }
                plan[r][c] = '.';
                return ways;
            }
        }
        return 1;
    }
};
