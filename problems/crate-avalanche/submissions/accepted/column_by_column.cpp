// From the top of each column: crates gather until something holds them.
class Solution {
public:
    void settle(vector<vector<char>>& shaft) {
        int rows = shaft.size(), columns = shaft[0].size();
        for (int j = 0; j < columns; j++) {
            int crates = 0;
            auto put = [&](int below) {
                while (crates > 0) {
                    shaft[--below][j] = 'o';
                    crates--;
                }
            };
            for (int i = 0; i < rows; i++) {
                if (shaft[i][j] == '#' && crates <= 2) {
                    put(i);
                } else {
                    crates += shaft[i][j] == 'o';
                    shaft[i][j] = '.';
                }
            }
            put(rows);
        }
    }
};
