// A position in each list; friends without songs leave the table.
class Solution {
public:
    vector<int> playOrder(vector<vector<int>>& wishes) {
        vector<int> order;
        unordered_set<int> played;
        vector<size_t> at(wishes.size());
        queue<int> table;
        for (size_t i = 0; i < wishes.size(); i++) table.push(i);
        while (!table.empty()) {
            int i = table.front();
            table.pop();
            while (at[i] < wishes[i].size() && !played.insert(wishes[i][at[i]]).second) at[i]++;
            if (at[i] == wishes[i].size()) continue;
            order.push_back(wishes[i][at[i]++]);
            table.push(i);
        }
        return order;
    }
};
