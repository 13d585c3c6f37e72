// A sweep over all beginnings and ends.
class Solution {
public:
    bool hasAlibi(vector<vector<int>>& sightings, int opening, int closing) {
        vector<pair<int, int>> changes = {{opening, 0}, {closing, 0}};
        for (auto& s : sightings) {
            changes.push_back({s[0], 1});
            changes.push_back({s[1], -1});
        }
        sort(changes.begin(), changes.end());
        int seen = 0, before = 0;
        for (auto [time, change] : changes) {
            if (before >= opening && time <= closing && time > before && seen < 2) return false;
            seen += change;
            before = time;
        }
        return true;
    }
};
