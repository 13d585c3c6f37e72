class Solution {
public:
    void spin(vector<vector<int>>& lock, vector<int>& turns) {
        int rows = lock.size(), columns = lock[0].size();
        for (int depth = 0; depth < (int)turns.size(); depth++) {
            int bottom = rows - 1 - depth, right = columns - 1 - depth;
            for (int turn = abs(turns[depth]); turn > 0; turn--) {
                if (turns[depth] > 0) {
                    int corner = lock[depth][depth];
                    for (int r = depth; r < bottom; r++) lock[r][depth] = lock[r + 1][depth];
                    for (int c = depth; c < right; c++) lock[bottom][c] = lock[bottom][c + 1];
                    for (int r = bottom; r > depth; r--) lock[r][right] = lock[r - 1][right];
                    for (int c = right; c > depth + 1; c--) lock[depth][c] = lock[depth][c - 1];
                    lock[depth][depth + 1] = corner;
                } else {
                    int corner = lock[depth][depth];
                    for (int c = depth; c < right; c++) lock[depth][c] = lock[depth][c + 1];
                    for (int r = depth; r < bottom; r++) lock[r][right] = lock[r + 1][right];
                    for (int c = right; c > depth; c--) lock[bottom][c] = lock[bottom][c - 1];
                    for (int r = bottom; r > depth + 1; r--) lock[r][depth] = lock[r - 1][depth];
                    lock[depth + 1][depth] = corner;
                }
            }
        }
    }
};
