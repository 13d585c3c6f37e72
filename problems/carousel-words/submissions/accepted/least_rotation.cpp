// The least rotation of a word, in linear time, stands for all its rotations.
class Solution {
public:
    vector<vector<string>> sameCarousels(vector<string>& words) {
        unordered_map<string, vector<string>> groups;
        for (auto& word : words) groups[least(word)].push_back(word);
        vector<vector<string>> found;
        for (auto& [_, group] : groups) found.push_back(group);
        return found;
    }

private:
    static string least(const string& s) {
        size_t n = s.size(), i = 0, j = 1, k = 0;
        while (i < n && j < n && k < n) {
            char a = s[(i + k) % n], b = s[(j + k) % n];
            if (a == b) {
                k++;
                continue;
            }
            (a > b ? i : j) += k + 1;
            if (i == j) j++;
            k = 0;
        }
        i = min(i, j);
        return s.substr(i) + s.substr(0, i);
    }
};
