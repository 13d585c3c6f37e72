// Wrong: lets all crates fall first and breaks beams once; those further down do not break any more.
class Solution {
public:
    void settle(vector<vector<char>>& shaft) {
        fall(shaft);
        for (size_t i = 3; i < shaft.size(); i++)
            for (size_t j = 0; j < shaft[0].size(); j++)
                if (shaft[i][j] == '#' && shaft[i - 1][j] == 'o' && shaft[i - 2][j] == 'o' && shaft[i - 3][j] == 'o') shaft[i][j] = '.';
        fall(shaft);
    }

private:
    static void fall(vector<vector<char>>& shaft) {
        for (size_t j = 0; j < shaft[0].size(); j++) {
            int free = shaft.size() - 1;
            for (int i = free; i >= 0; i--) {
                if (shaft[i][j] == '#') free = i - 1;
                if (shaft[i][j] == 'o') swap(shaft[i][j], shaft[free--][j]);
            }
        }
    }
};
