// Two Fenwick trees over the ranks: how many stand in front, and the sum of their heights.
class Solution {
public:
    long long leastEffort(vector<int>& heights) {
        vector<int> order = heights;
        sort(order.begin(), order.end());
        order.erase(unique(order.begin(), order.end()), order.end());
        int ranks = order.size();
        vector<long long> count(ranks + 1), sum(ranks + 1);
        long long effort = 0, all = 0, total = 0;
        for (int h : heights) {
            int rank = lower_bound(order.begin(), order.end(), h) - order.begin() + 1;
            long long lower = 0, lower_sum = 0;
            for (int i = rank; i > 0; i &= i - 1) {
                lower += count[i];
                lower_sum += sum[i];
            }
            effort += total - lower_sum - (all - lower) * h;
            for (int i = rank; i <= ranks; i += i & -i) {
                count[i]++;
                sum[i] += h;
            }
            all++;
            total += h;
        }
        return effort;
    }
};
