class Solution {
public:
    long long timeOfToll(vector<int>& periods, long long k) {
        unsigned low = 1, high = (unsigned)(k * *min_element(periods.begin(), periods.end()));
        while (low < high) {
            unsigned middle = low + (high - low) / 2;
            long long tolls = 0;
            for (int period : periods) tolls += middle / period;
            if (tolls >= k) high = middle;
            else low = middle + 1;
        }
        return low;
    }
};
