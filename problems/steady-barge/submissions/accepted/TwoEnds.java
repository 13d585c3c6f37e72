import java.util.Arrays;

class Solution {
    public int[] order(int[] loads, int limit) {
        int[] sorted = loads.clone();
        Arrays.sort(sorted);
        int[] result = new int[loads.length];
        int low = 0, high = loads.length - 1, lean = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = lean > 0 ? sorted[low++] : sorted[high--];
            lean += result[i];
        }
        return result;
    }
}
