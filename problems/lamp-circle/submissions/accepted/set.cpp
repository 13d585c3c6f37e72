// An ordered set of the lit lamps.
class Solution {
public:
    vector<int> litLamps(int lamps, vector<int>& presses) {
        set<int> lit;
        for (int p : presses)
            for (int lamp : set<int>{p, (p + 1) % lamps, (p + lamps - 1) % lamps})
                if (!lit.erase(lamp)) lit.insert(lamp);
        return {lit.begin(), lit.end()};
    }
};
