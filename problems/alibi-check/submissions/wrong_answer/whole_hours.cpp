// Wrong: looks only at the times where a sighting begins or ends, not between them.
class Solution {
public:
    bool hasAlibi(vector<vector<int>>& sightings, int opening, int closing) {
        map<int, int> changes{{opening, 0}, {closing, 0}}, endings;
        for (auto& s : sightings) {
            changes[s[0]]++;
            changes[s[1]];
            endings[s[1]]++;
        }
        int seen = 0;
        for (auto [time, begin] : changes) {
            seen += begin;
            if (time >= opening && time <= closing && seen < 2) return false;
            if (endings.count(time)) seen -= endings[time];
        }
        return true;
    }
};
