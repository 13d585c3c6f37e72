class Solution {
public:
    vector<vector<int>> orient(int squares, vector<vector<int>>& lanes) {
        odd.assign(squares, 0);
        return turn(lanes, 0) ? lanes : vector<vector<int>>{};
    }

private:
    vector<int> odd;

    bool turn(vector<vector<int>>& lanes, size_t i) {
        if (i == lanes.size()) return ranges::count(odd, 1) == 0;
        for (int side = 0; side < 2; side++) {
            int end = lanes[i][1];
            odd[end] ^= 1;
            if (turn(lanes, i + 1)) return true;
            odd[end] ^= 1;
            swap(lanes[i][0], lanes[i][1]);
        }
        return false;
    }
};
