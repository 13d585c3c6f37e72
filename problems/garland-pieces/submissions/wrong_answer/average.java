// Wrong: divides all of the garland by the windows, as if it could be tied together.
class Solution {
    public double longestPiece(int[] garlands, int windows) {
        long total = 0;
        for (int g : garlands) total += g;
        return (double) total / windows;
    }
}
