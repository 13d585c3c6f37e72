// Wrong: bisection over whole seconds only.
import java.io.*;

class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine());
        long[] x = new long[n], v = new long[n];
        for (int i = 0; i < n; i++) {
            String[] parts = in.readLine().split(" ");
            x[i] = Long.parseLong(parts[0]);
            v[i] = Long.parseLong(parts[1]);
        }
        long low = 0, high = 1000000000;
        while (low < high) {
            long t = (low + high) / 2, left = Long.MIN_VALUE, right = Long.MAX_VALUE;
            for (int i = 0; i < n; i++) {
                left = Math.max(left, x[i] - v[i] * t);
                right = Math.min(right, x[i] + v[i] * t);
            }
            if (left <= right) high = t;
            else low = t + 1;
        }
        System.out.println(low);
    }
}
