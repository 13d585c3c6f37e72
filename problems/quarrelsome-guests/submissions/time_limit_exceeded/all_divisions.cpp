class Solution {
public:
    vector<int> seat(int guests, vector<vector<int>>& quarrels) {
        vector<int> rooms(guests);
        while (!content(rooms, quarrels)) {
            // Counts on in binary.
            int guest = guests - 1;
            while (rooms[guest]) rooms[guest--] = 0;
            rooms[guest] = 1;
        }
        return rooms;
    }

private:
    bool content(const vector<int>& rooms, const vector<vector<int>>& quarrels) {
        vector<int> apart(rooms.size());
        for (auto& q : quarrels)
            for (int guest : q) apart[guest] += rooms[q[0]] == rooms[q[1]] ? -1 : 1;
        return ranges::all_of(apart, [](int balance) { return balance >= 0; });
    }
};
