// Wrong: adds the prices up in an int.
import java.util.*;

class Main {
    static int[] parent;

    static int find(int x) {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt(), m = in.nextInt();
        int[][] cables = new int[m][];
        for (int i = 0; i < m; i++) cables[i] = new int[] {in.nextInt(), in.nextInt(), in.nextInt()};
        Arrays.sort(cables, (a, b) -> a[2] - b[2]);
        parent = new int[n + 1];
        for (int i = 0; i <= n; i++) parent[i] = i;
        int total = 0, left = n - 1;
        for (int[] cable : cables) {
            int x = find(cable[0]), y = find(cable[1]);
            if (x != y) {
                parent[x] = y;
                total += cable[2];
                left--;
            }
        }
        System.out.println(left > 0 ? "impossible" : String.valueOf(total));
    }
}
