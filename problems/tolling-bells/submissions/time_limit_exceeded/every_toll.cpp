class Solution {
public:
    long long timeOfToll(vector<int>& periods, long long k) {
        using Toll = pair<long long, int>;
        priority_queue<Toll, vector<Toll>, greater<Toll>> tolls;
        for (int period : periods) tolls.push({period, period});
        while (--k > 0) {
            auto [second, period] = tolls.top();
            tolls.pop();
            tolls.push({second + period, period});
        }
        return tolls.top().first;
    }
};
