// Too slow: counts slab by slab with one row in memory, O(r c).
import java.util.*;

class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int r = in.nextInt(), c = in.nextInt(), k = in.nextInt();
        Map<Integer, Set<Integer>> puddles = new HashMap<>();
        for (int n = 0; n < k; n++) puddles.computeIfAbsent(in.nextInt(), x -> new HashSet<>()).add(in.nextInt());
        long[] row = new long[c + 1];
        row[1] = 1;
        for (int i = 1; i <= r; i++) {
            Set<Integer> wet = puddles.getOrDefault(i, Set.of());
            for (int j = 1; j <= c; j++) {
                row[j] = (row[j] + row[j - 1]) % 998244353L;
                if (!wet.isEmpty() && wet.contains(j)) row[j] = 0;
            }
        }
        System.out.println(row[c]);
    }
}
