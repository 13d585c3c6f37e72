// Counts what came back, then keeps each coat that has no ticket left.
import java.util.*;

class Solution {
    public int[] leftCoats(int[] given, int[] returned) {
        Map<Integer, Integer> back = new HashMap<>();
        for (int ticket : returned) back.merge(ticket, 1, Integer::sum);
        List<Integer> left = new ArrayList<>();
        for (int ticket : given) {
            int count = back.getOrDefault(ticket, 0);
            if (count > 0) back.put(ticket, count - 1);
            else left.add(ticket);
        }
        return left.stream().mapToInt(Integer::intValue).toArray();
    }
}
