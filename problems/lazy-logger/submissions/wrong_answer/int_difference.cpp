// Wrong: the difference of two readings may not fit into an int.
class Solution {
public:
    int compactLog(vector<int>& readings, int change) {
        int kept = 1;
        for (int x : readings)
            if (int difference = (unsigned)x - (unsigned)readings[kept - 1]; abs(difference) >= change) readings[kept++] = x;
        return kept;
    }
};
