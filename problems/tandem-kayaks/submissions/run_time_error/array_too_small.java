// Crashes: room for 5000 hikers only, ArrayIndexOutOfBoundsException.
import java.io.*;
import java.util.*;

class Main {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedInputStream(System.in));
        in.nextToken();
        int n = (int) in.nval;
        in.nextToken();
        int c = (int) in.nval;
        int[] w = new int[5000];
        for (int i = 0; i < n; i++) {
            in.nextToken();
            w[i] = (int) in.nval;
        }
        Arrays.sort(w, 0, n);
        int low = 0, kayaks = 0;
        for (int high = n - 1; high >= low; high--) {
            if (w[low] + w[high] <= c) low++;
            kayaks++;
        }
        System.out.println(kayaks);
    }
}
