// Wrong: keeps the times in ints, they overflow on long trips.
import java.util.*;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt(), m = in.nextInt();
        List<List<int[]>> around = new ArrayList<>();
        for (int i = 0; i <= n; i++) around.add(new ArrayList<>());
        for (int i = 0; i < m; i++) {
            int a = in.nextInt(), b = in.nextInt(), d = in.nextInt(), p = in.nextInt();
            around.get(a).add(new int[] {b, d, p});
            around.get(b).add(new int[] {a, d, p});
        }
        int[] best = new int[n + 1];
        boolean[] done = new boolean[n + 1];
        Arrays.fill(best, Integer.MAX_VALUE);
        best[1] = 0;
        PriorityQueue<int[]> queue = new PriorityQueue<>((x, y) -> Integer.compare(x[0], y[0]));
        queue.add(new int[] {0, 1});
        while (!queue.isEmpty()) {
            int[] top = queue.poll();
            int a = top[1];
            if (done[a]) continue;
            done[a] = true;
            for (int[] line : around.get(a)) {
                int arrival = (top[0] + line[2] - 1) / line[2] * line[2] + line[1];
                if (!done[line[0]] && arrival < best[line[0]]) {
                    best[line[0]] = arrival;
                    queue.add(new int[] {arrival, line[0]});
                }
            }
        }
        System.out.println(best[n] == Integer.MAX_VALUE ? "stranded" : String.valueOf(best[n]));
    }
}
