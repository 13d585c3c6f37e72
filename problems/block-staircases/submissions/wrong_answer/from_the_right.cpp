// Wrong: the heights come from right to left; the order of the staircases is free, that of the columns is not.
class Solution {
public:
    vector<vector<int>> staircases(int blocks, int highest) {
        vector<vector<int>> found;
        vector<int> columns;
        auto build = [&](auto& self, int left, int most) -> void {
            if (left == 0) found.push_back(columns);
            for (int height = min(left, most); height >= 1; height--) {
                columns.push_back(height);
                self(self, left - height, height - 1);
                columns.pop_back();
            }
        };
        build(build, blocks, highest);
        return found;
    }
};
