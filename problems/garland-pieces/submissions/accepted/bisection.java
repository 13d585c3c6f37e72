// Halves the interval in which the length is.
class Solution {
    public double longestPiece(int[] garlands, int windows) {
        double low = 0, high = 1e9;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            double pieces = 0;
            for (int g : garlands) pieces += Math.floor(g / middle);
            if (pieces >= windows) low = middle;
            else high = middle;
        }
        return low;
    }
}
