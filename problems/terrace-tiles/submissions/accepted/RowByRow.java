import java.util.HashMap;
import java.util.Map;

class Solution {
    private int width;

    public long countTilings(String[] plan) {
        width = plan[0].length();
        Map<Integer, Long> ways = Map.of(0, 1L);
        for (String row : plan) {
            int beds = 0;
            for (int c = 0; c < width; c++) {
                if (row.charAt(c) == '#') {
                    beds |= 1 << c;
                }
            }
            Map<Integer, Long> then = new HashMap<>();
            for (Map.Entry<Integer, Long> entry : ways.entrySet()) {
                if ((entry.getKey() & beds) == 0) {
                    fill(entry.getKey() | beds, 0, 0, entry.getValue(), then);
                }
            }
            ways = then;
        }
        return ways.getOrDefault(0, 0L);
    }

    private void fill(int covered, int c, int below, long count, Map<Integer, Long> then) {
        while (c < width && (covered >> c & 1) == 1) {
            c++;
        }
        if (c == width) {
            then.merge(below, count, Long::sum);
            return;
        }
        fill(covered | 1 << c, c + 1, below | 1 << c, count, then);
        if (c + 1 < width && (covered >> (c + 1) & 1) == 0) {
            fill(covered | 3 << c, c + 2, below, count, then);
        }
    }
}
