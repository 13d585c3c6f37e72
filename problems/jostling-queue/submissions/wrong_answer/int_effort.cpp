// Wrong: the effort does not fit into 32 bits.
class Solution {
public:
    long long leastEffort(vector<int>& heights) {
        unsigned effort = 0;
        for (size_t i = 0; i < heights.size(); i++)
            for (size_t j = i + 1; j < heights.size(); j++)
                if (heights[i] > heights[j]) effort += heights[i] - heights[j];
        return (int)effort;
    }
};
