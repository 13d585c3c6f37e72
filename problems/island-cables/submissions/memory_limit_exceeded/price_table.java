// Too much memory: a full n x n table of prices, O(n^2) memory.
import java.util.*;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt(), m = in.nextInt();
        int none = 2000000000;
        int[][] price = new int[n][n];
        for (int[] row : price) Arrays.fill(row, none);
        while (m-- > 0) {
            int a = in.nextInt() - 1, b = in.nextInt() - 1, p = in.nextInt();
            price[a][b] = price[b][a] = Math.min(price[a][b], p);
        }
        int[] best = new int[n];
        Arrays.fill(best, none);
        boolean[] done = new boolean[n];
        best[0] = 0;
        long total = 0;
        for (int round = 0; round < n; round++) {
            int next = -1;
            for (int i = 0; i < n; i++) if (!done[i] && (next < 0 || best[i] < best[next])) next = i;
            if (best[next] == none) {
                System.out.println("impossible");
                return;
            }
            done[next] = true;
            total += best[next];
            for (int i = 0; i < n; i++) best[i] = Math.min(best[i], price[next][i]);
        }
        System.out.println(total);
    }
}
