// Wrong: halves the interval of 10^9 metres only 25 times.
class Solution {
public:
    double longestPiece(vector<int>& garlands, int windows) {
        double low = 0, high = 1e9;
        for (int i = 0; i < 25; i++) {
            double middle = (low + high) / 2;
            double pieces = 0;
            for (int g : garlands) pieces += floor(g / middle);
            (pieces >= windows ? low : high) = middle;
        }
        return low;
    }
};
