class Solution {
public:
    void spin(vector<vector<int>>& lock, vector<int>& turns) {
        int rows = lock.size(), columns = lock[0].size();
        for (int depth = 0; depth < (int)turns.size(); depth++) {
            int bottom = rows - 1 - depth, right = columns - 1 - depth;
            vector<int*> places;
            for (int c = depth; c < right; c++) places.push_back(&lock[depth][c]);
            for (int r = depth; r < bottom; r++) places.push_back(&lock[r][right]);
            for (int c = right; c > depth; c--) places.push_back(&lock[bottom][c]);
            for (int r = bottom; r > depth; r--) places.push_back(&lock[r][depth]);
            int size = places.size();
            vector<int> plates;
            for (int* place : places) plates.push_back(*place);
            // In C++ the remainder of a negative number is negative.
            for (int i = 0; i < size; i++) *places.at((i + turns[depth]) % size) = plates[i];
        }
    }
};
