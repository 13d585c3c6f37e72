// Dynamic programming with two rows of the table.
import java.io.*;

class Main {
    static int longest(byte[] a, byte[] b) {
        int[] above = new int[b.length + 1], row = new int[b.length + 1];
        for (byte note : a) {
            fill(above, row, note, b);
            int[] t = above;
            above = row;
            row = t;
        }
        return above[b.length];
    }

    static void fill(int[] above, int[] row, byte note, byte[] b) {
        int left = 0;
        for (int j = 0; j < b.length; j++) {
            int x = above[j] + (note == b[j] ? 1 : 0);
            left = Math.max(x, Math.max(left, above[j + 1]));
            row[j + 1] = left;
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        byte[] a = in.readLine().trim().getBytes(), b = in.readLine().trim().getBytes();
        System.out.println(longest(a, b));
    }
}
