// set_difference of sorted vectors counts how often each one is there.
class Solution {
public:
    vector<int> leftCoats(vector<int>& given, vector<int>& returned) {
        sort(given.begin(), given.end());
        sort(returned.begin(), returned.end());
        vector<int> left;
        set_difference(given.begin(), given.end(), returned.begin(), returned.end(), back_inserter(left));
        return left;
    }
};
