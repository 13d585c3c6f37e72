class Solution {
public:
    vector<int> seat(int guests, vector<vector<int>>& quarrels) {
        vector<vector<int>> foes(guests);
        for (auto& q : quarrels) {
            foes[q[0]].push_back(q[1]);
            foes[q[1]].push_back(q[0]);
        }
        vector<int> rooms(guests);
        for (bool moved = true; moved;) {
            moved = false;
            for (int guest = 0; guest < guests; guest++) {
                int near = 0;
                for (int foe : foes[guest]) near += rooms[foe] == rooms[guest];
                if (2 * near > (int)foes[guest].size()) {
                    rooms[guest] ^= 1;
                    moved = true;
                }
            }
        }
        return rooms;
    }
};
