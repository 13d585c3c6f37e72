class Solution {
public:
    vector<int> order(vector<int>& loads, int limit) {
        vector<int> port, starboard, result;
        for (int load : loads) (load < 0 ? port : starboard).push_back(load);
        int lean = 0;
        while (!port.empty() || !starboard.empty()) {
            auto& side = (lean > 0 && !port.empty()) || starboard.empty() ? port : starboard;
            lean += side.back();
            result.push_back(side.back());
            side.pop_back();
        }
        return result;
    }
};
