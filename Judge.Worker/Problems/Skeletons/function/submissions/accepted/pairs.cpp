class Solution {
public:
    int equalNeighbours(vector<int>& nums) {
        int count = 0;
        for (size_t i = 1; i < nums.size(); i++) count += nums[i] == nums[i - 1];
        return count;
    }
};
