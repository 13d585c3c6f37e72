// Recursion with a memo for each length.
import java.util.*;

class Solution {
    private long[][] memo;
    private String most;

    public long countLevel(long low, long high) {
        return upTo(high) - upTo(low - 1);
    }

    private long upTo(long n) {
        if (n == 0) return 0;
        long count = 0;
        int length = String.valueOf(n).length();
        for (int l = 1; l <= length; l++) {
            most = l < length ? "9".repeat(l) : String.valueOf(n);
            memo = new long[l][200];
            for (long[] row : memo) Arrays.fill(row, -1);
            count += count(0, 0, true);
        }
        return count;
    }

    private long count(int at, int sum, boolean tight) {
        if (at == most.length()) return sum % at == 0 ? 1 : 0;
        if (!tight && memo[at][sum] >= 0) return memo[at][sum];
        int top = tight ? most.charAt(at) - '0' : 9;
        long result = 0;
        for (int d = at == 0 ? 1 : 0; d <= top; d++) result += count(at + 1, sum + d, tight && d == top);
        if (!tight) memo[at][sum] = result;
        return result;
    }
}
