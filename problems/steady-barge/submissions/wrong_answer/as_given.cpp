class Solution {
public:
    vector<int> order(vector<int>& loads, int limit) {
        // Light ones first: that they add up is overlooked.
        sort(loads.begin(), loads.end(), [](int a, int b) { return abs(a) < abs(b); });
        return loads;
    }
};
