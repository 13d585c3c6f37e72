// Too much memory: stores the full list of booklets for every total, O(t^2).
import java.util.*;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int k = in.nextInt(), t = in.nextInt();
        int[] sizes = new int[k];
        for (int i = 0; i < k; i++) sizes[i] = in.nextInt();
        int[][] list = new int[t + 1][];
        list[0] = new int[0];
        for (int x = 1; x <= t; x++) {
            int from = -1;
            for (int s : sizes) {
                if (s <= x && list[x - s] != null && (from < 0 || list[x - s].length < list[from].length)) from = x - s;
            }
            if (from < 0) continue;
            list[x] = Arrays.copyOf(list[from], list[from].length + 1);
            list[x][list[from].length] = x - from;
        }
        System.out.println(list[t] == null ? "impossible" : String.valueOf(list[t].length));
    }
}
