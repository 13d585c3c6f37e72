// Only the fires left and right of a tent matter.
class Solution {
public:
    double coldest(vector<double>& fires, vector<double>& tents) {
        set<double> row(fires.begin(), fires.end());
        double worst = 0;
        for (double tent : tents) {
            auto right = row.lower_bound(tent);
            double near = right == row.end() ? 1e18 : *right - tent;
            if (right != row.begin()) near = min(near, tent - *prev(right));
            worst = max(worst, near);
        }
        return worst;
    }
};
