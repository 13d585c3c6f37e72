class Solution {
public:
    vector<int> seat(int guests, vector<vector<int>>& quarrels) {
        vector<vector<int>> foes(guests);
        for (auto& q : quarrels) {
            foes[q[0]].push_back(q[1]);
            foes[q[1]].push_back(q[0]);
        }
        // As if the quarrels were bipartite.
        vector<int> rooms(guests, -1);
        for (int start = 0; start < guests; start++) {
            if (rooms[start] >= 0) continue;
            rooms[start] = 0;
            queue<int> todo({start});
            while (!todo.empty()) {
                int guest = todo.front();
                todo.pop();
                for (int foe : foes[guest]) {
                    if (rooms[foe] >= 0) continue;
                    rooms[foe] = 1 - rooms[guest];
                    todo.push(foe);
                }
            }
        }
        return rooms;
    }
};
