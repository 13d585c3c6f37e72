// Dijkstra with a priority queue of {time, harbour}.
import java.io.*;
import java.util.*;

class Main {
    static StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    static int next() throws IOException {
        in.nextToken();
        return (int) in.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = next(), m = next();
        List<List<int[]>> around = new ArrayList<>();
        for (int i = 0; i <= n; i++) around.add(new ArrayList<>());
        for (int i = 0; i < m; i++) {
            int a = next(), b = next(), d = next(), p = next();
            around.get(a).add(new int[] {b, d, p});
            around.get(b).add(new int[] {a, d, p});
        }
        long[] best = new long[n + 1];
        Arrays.fill(best, Long.MAX_VALUE);
        best[1] = 0;
        PriorityQueue<long[]> queue = new PriorityQueue<>((x, y) -> Long.compare(x[0], y[0]));
        queue.add(new long[] {0, 1});
        while (!queue.isEmpty()) {
            long[] top = queue.poll();
            int a = (int) top[1];
            if (top[0] > best[a]) continue;
            for (int[] line : around.get(a)) {
                long arrival = (top[0] + line[2] - 1) / line[2] * line[2] + line[1];
                if (arrival < best[line[0]]) {
                    best[line[0]] = arrival;
                    queue.add(new long[] {arrival, line[0]});
                }
            }
        }
        System.out.println(best[n] == Long.MAX_VALUE ? "stranded" : String.valueOf(best[n]));
    }
}
