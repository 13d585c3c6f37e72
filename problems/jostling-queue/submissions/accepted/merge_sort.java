// Merge sort; each one from the right half passes all that are left of the left half.
class Solution {
    private long effort = 0;

    public long leastEffort(int[] heights) {
        sort(heights, new int[heights.length], 0, heights.length);
        return effort;
    }

    private void sort(int[] h, int[] buffer, int from, int to) {
        if (to - from < 2) return;
        int middle = (from + to) / 2;
        sort(h, buffer, from, middle);
        sort(h, buffer, middle, to);
        long rest = 0;
        for (int i = from; i < middle; i++) rest += h[i];
        int i = from, k = from;
        for (int j = middle; j < to; j++) {
            while (i < middle && h[i] <= h[j]) {
                rest -= h[i];
                buffer[k++] = h[i++];
            }
            effort += rest - (long) (middle - i) * h[j];
            buffer[k++] = h[j];
        }
        while (i < middle) buffer[k++] = h[i++];
        System.arraycopy(buffer, from, h, from, to - from);
    }
}
