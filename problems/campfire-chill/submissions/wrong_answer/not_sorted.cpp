// Wrong: takes the fires to be in order.
class Solution {
public:
    double coldest(vector<double>& fires, vector<double>& tents) {
        double worst = 0;
        for (double tent : tents) {
            auto right = lower_bound(fires.begin(), fires.end(), tent);
            double near = right == fires.end() ? 1e18 : fabs(*right - tent);
            if (right != fires.begin()) near = min(near, fabs(tent - *prev(right)));
            worst = max(worst, near);
        }
        return worst;
    }
};
