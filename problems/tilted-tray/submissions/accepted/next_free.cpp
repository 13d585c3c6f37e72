class Solution {
public:
    void tilt(vector<vector<char>>& tray, string moves) {
        int rows = tray.size(), columns = tray[0].size();
        for (char move : moves) {
            bool sideways = move == 'L' || move == 'R', back = move == 'R' || move == 'D';
            int lines = sideways ? rows : columns, length = sideways ? columns : rows;
            for (int i = 0; i < lines; i++) {
                auto at = [&](int j) -> char& {
                    if (back) j = length - 1 - j;
                    return sideways ? tray[i][j] : tray[j][i];
                };
                int free = 0;
                for (int j = 0; j < length; j++) {
                    if (at(j) == '#') free = j + 1;
                    else if (at(j) == 'o') swap(at(j), at(free++));
                }
            }
        }
    }
};
