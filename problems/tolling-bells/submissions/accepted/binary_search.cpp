class Solution {
public:
    long long timeOfToll(vector<int>& periods, long long k) {
        long long low = 1, high = k * *min_element(periods.begin(), periods.end());
        while (low < high) {
            long long middle = low + (high - low) / 2, tolls = 0;
            for (int period : periods) tolls += middle / period;
            if (tolls >= k) high = middle;
            else low = middle + 1;
        }
        return low;
    }
};
