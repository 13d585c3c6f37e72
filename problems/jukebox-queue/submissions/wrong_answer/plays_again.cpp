// Wrong: nobody looks at what was played already.
class Solution {
public:
    vector<int> playOrder(vector<vector<int>>& wishes) {
        vector<int> order;
        for (size_t at = 0, before = 1; order.size() != before; at++) {
            before = order.size();
            for (auto& songs : wishes)
                if (at < songs.size()) order.push_back(songs[at]);
        }
        return order;
    }
};
