// A trie with the number of names below each node.
class Solution {
public:
    vector<string> shorten(vector<string>& names) {
        vector<array<int, 26>> next(1);
        vector<int> below(1);
        for (auto& name : names) {
            int at = 0;
            for (char c : name) {
                if (!next[at][c - 'a']) {
                    next[at][c - 'a'] = next.size();
                    next.push_back({});
                    below.push_back(0);
                }
                at = next[at][c - 'a'];
                below[at]++;
            }
        }
        vector<string> badges;
        for (auto& name : names) {
            string badge;
            int at = 0;
            for (char c : name) {
                badge += c;
                at = next[at][c - 'a'];
                if (below[at] == 1) break;
            }
            badges.push_back(below[at] == 1 ? badge : badge + '.');
        }
        return badges;
    }
};
