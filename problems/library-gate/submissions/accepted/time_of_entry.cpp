// When each reader came in; at the end those who are inside are sorted by it.
class Solution {
public:
    vector<string> stillInside(vector<string>& passes) {
        unordered_map<string, int> since;
        for (size_t i = 0; i < passes.size(); i++) {
            string name, word;
            for (stringstream words(passes[i]); words >> word;) name += (name.empty() ? "" : " ") + word;
            for (char& c : name) c = tolower(c);
            if (!since.erase(name)) since[name] = i;
        }
        map<int, string> order;
        for (auto& [name, time] : since) order[time] = name;
        vector<string> inside;
        for (auto& [time, name] : order) inside.push_back(name);
        return inside;
    }
};
