class Solution {
public:
    vector<vector<string>> circles(vector<vector<string>>& letters) {
        set<pair<string, string>> sent;
        for (auto& letter : letters) {
            sent.insert({letter[0], letter[1]});
            parent.emplace(letter[0], letter[0]);
            parent.emplace(letter[1], letter[1]);
        }
        for (auto& [from, to] : sent)
            if (sent.contains({to, from})) parent[find(from)] = find(to);
        map<string, vector<string>> groups;
        for (auto& [name, _] : parent) groups[find(name)].push_back(name);
        vector<vector<string>> result;
        for (auto& [_, names] : groups) result.push_back(names);
        return result;
    }

private:
    map<string, string> parent;

    string find(const string& name) {
        string& up = parent[name];
        return up == name ? name : up = find(up);
    }
};
