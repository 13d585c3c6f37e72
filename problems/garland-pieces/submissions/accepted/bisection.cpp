// Halves the interval in which the length is.
class Solution {
public:
    double longestPiece(vector<int>& garlands, int windows) {
        double low = 0, high = 1e9;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            double pieces = 0;
            for (int g : garlands) pieces += floor(g / middle);
            (pieces >= windows ? low : high) = middle;
        }
        return low;
    }
};
