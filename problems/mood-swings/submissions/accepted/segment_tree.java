// Bottom-up segment tree in four long arrays.
import java.io.*;
import java.util.*;

class Main {
    static final long LOW = -1000000000000000L;
    static long[] sum, prefix, suffix, run;

    static void join(int to, int x, int y) {
        long s = sum[x] + sum[y];
        long p = Math.max(prefix[x], sum[x] + prefix[y]);
        long t = Math.max(suffix[y], sum[y] + suffix[x]);
        long b = Math.max(Math.max(run[x], run[y]), suffix[x] + prefix[y]);
        sum[to] = s;
        prefix[to] = p;
        suffix[to] = t;
        run[to] = b;
    }

    static void set(int i, long total, long x) {
        sum[i] = total;
        prefix[i] = suffix[i] = run[i] = x;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer line = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(line.nextToken()), q = Integer.parseInt(line.nextToken());
        int size = 1;
        while (size < n) size *= 2;
        int left = 2 * size, right = left + 1;
        sum = new long[right + 1];
        prefix = new long[right + 1];
        suffix = new long[right + 1];
        run = new long[right + 1];
        line = new StringTokenizer(in.readLine());
        for (int i = 0; i < size; i++) {
            if (i < n) {
                long x = Long.parseLong(line.nextToken());
                set(size + i, x, x);
            } else {
                set(size + i, 0, LOW);
            }
        }
        for (int i = size - 1; i > 0; i--) join(i, 2 * i, 2 * i + 1);
        StringBuilder out = new StringBuilder();
        while (q-- > 0) {
            line = new StringTokenizer(in.readLine());
            boolean update = line.nextToken().equals("=");
            int a = Integer.parseInt(line.nextToken()), b = Integer.parseInt(line.nextToken());
            if (update) {
                int i = size + a - 1;
                set(i, b, b);
                for (i /= 2; i > 0; i /= 2) join(i, 2 * i, 2 * i + 1);
            } else {
                set(left, 0, LOW);
                set(right, 0, LOW);
                for (int i = size + a - 1, j = size + b; i < j; i /= 2, j /= 2) {
                    if ((i & 1) == 1) join(left, left, i++);
                    if ((j & 1) == 1) join(right, --j, right);
                }
                join(left, left, right);
                out.append(run[left]).append('\n');
            }
        }
        System.out.print(out);
    }
}
