// For each height from the greatest down: there is a column of it, or not.
class Solution {
public:
    vector<vector<int>> staircases(int blocks, int highest) {
        build(blocks, min(blocks, highest));
        return found;
    }

private:
    vector<vector<int>> found;
    vector<int> columns;

    void build(int left, int height) {
        if (left == 0) {
            found.emplace_back(columns.rbegin(), columns.rend());
            return;
        }
        if (height * (height + 1) / 2 < left) return;
        if (height <= left) {
            columns.push_back(height);
            build(left - height, height - 1);
            columns.pop_back();
        }
        build(left, height - 1);
    }
};
