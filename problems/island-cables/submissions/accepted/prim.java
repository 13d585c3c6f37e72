// Prim with a priority queue of packed (price, island) values.
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
        int[] head = new int[n + 1], link = new int[2 * m], to = new int[2 * m], price = new int[2 * m];
        Arrays.fill(head, -1);
        for (int i = 0; i < m; i++) {
            int a = next(), b = next(), p = next();
            to[2 * i] = b;
            to[2 * i + 1] = a;
            price[2 * i] = price[2 * i + 1] = p;
            link[2 * i] = head[a];
            head[a] = 2 * i;
            link[2 * i + 1] = head[b];
            head[b] = 2 * i + 1;
        }
        boolean[] done = new boolean[n + 1];
        PriorityQueue<Long> queue = new PriorityQueue<>();
        queue.add(1L);
        long total = 0;
        int left = n;
        while (!queue.isEmpty() && left > 0) {
            long top = queue.poll();
            int a = (int) (top & 0xffff);
            if (done[a]) continue;
            done[a] = true;
            left--;
            total += top >> 16;
            for (int e = head[a]; e >= 0; e = link[e]) {
                if (!done[to[e]]) queue.add((long) price[e] << 16 | to[e]);
            }
        }
        System.out.println(left > 0 ? "impossible" : String.valueOf(total));
    }
}
