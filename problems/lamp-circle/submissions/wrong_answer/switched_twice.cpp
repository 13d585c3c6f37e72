// Wrong: in a small circle the same lamp is switched more than once.
class Solution {
public:
    vector<int> litLamps(int lamps, vector<int>& presses) {
        set<int> lit;
        for (int p : presses)
            for (int lamp : {p, (p + 1) % lamps, (p + lamps - 1) % lamps})
                if (!lit.erase(lamp)) lit.insert(lamp);
        return {lit.begin(), lit.end()};
    }
};
