// Wrong: forgets the dot behind a whole name that is not enough.
class Solution {
public:
    vector<string> shorten(vector<string>& names) {
        unordered_map<string, int> count;
        for (auto& name : names)
            for (size_t n = 1; n <= name.size(); n++) count[name.substr(0, n)]++;
        vector<string> badges;
        for (auto& name : names) {
            size_t n = 1;
            while (n < name.size() && count[name.substr(0, n)] > 1) n++;
            badges.push_back(name.substr(0, n));
        }
        return badges;
    }
};
