// Follows the beam from each place at the edge.
class Solution {
public:
    int brightest(vector<vector<char>>& hall) {
        int rows = hall.size(), columns = hall[0].size(), best = 0;
        auto shine = [&](int i, int j, int di, int dj) {
            vector<bool> lit(rows * columns);
            while (i >= 0 && i < rows && j >= 0 && j < columns && hall[i][j] != '#') {
                lit[i * columns + j] = true;
                if (hall[i][j] == '/') {
                    swap(di, dj);
                    di = -di;
                    dj = -dj;
                }
                if (hall[i][j] == '\\') swap(di, dj);
                i += di;
                j += dj;
            }
            best = max(best, (int)count(lit.begin(), lit.end(), true));
        };
        for (int i = 0; i < rows; i++) {
            shine(i, 0, 0, 1);
            shine(i, columns - 1, 0, -1);
        }
        for (int j = 0; j < columns; j++) {
            shine(0, j, 1, 0);
            shine(rows - 1, j, -1, 0);
        }
        return best;
    }
};
