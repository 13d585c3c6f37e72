// All ways minus those that step into a puddle, split by the first one, O(k^2).
import java.util.*;

class Main {
    static final long P = 998244353;
    static long[] fact, inverse;

    static long ways(int down, int right) {
        return fact[down + right] * inverse[down] % P * inverse[right] % P;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int r = in.nextInt(), c = in.nextInt(), k = in.nextInt(), size = r + c;
        fact = new long[size + 1];
        inverse = new long[size + 1];
        fact[0] = inverse[0] = inverse[1] = 1;
        for (int x = 2; x <= size; x++) inverse[x] = (P - P / x) * inverse[(int) (P % x)] % P;
        for (int x = 1; x <= size; x++) {
            fact[x] = fact[x - 1] * x % P;
            inverse[x] = inverse[x] * inverse[x - 1] % P;
        }
        int[][] slabs = new int[k + 1][];
        for (int n = 0; n < k; n++) slabs[n] = new int[] {in.nextInt(), in.nextInt()};
        slabs[k] = new int[] {r, c};
        Arrays.sort(slabs, (x, y) -> x[0] != y[0] ? x[0] - y[0] : x[1] - y[1]);
        long[] first = new long[k + 1];
        for (int n = 0; n <= k; n++) {
            int i = slabs[n][0], j = slabs[n][1];
            long total = ways(i - 1, j - 1);
            for (int m = 0; m < n; m++) {
                int a = slabs[m][0], b = slabs[m][1];
                if (b <= j) total = (total + (P - first[m]) * ways(i - a, j - b)) % P;
            }
            first[n] = total;
        }
        System.out.println(first[k]);
    }
}
