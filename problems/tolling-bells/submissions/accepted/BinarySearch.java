class Solution {
    public long timeOfToll(int[] periods, long k) {
        long low = 0, high = 1000 * k;
        for (int period : periods) {
            high = Math.min(high, period * k);
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            long tolls = 0;
            for (int period : periods) {
                tolls += middle / period;
            }
            if (tolls < k) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
