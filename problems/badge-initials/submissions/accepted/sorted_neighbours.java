// In alphabetical order only the neighbours matter.
import java.util.*;

class Solution {
    public String[] shorten(String[] names) {
        String[] order = names.clone();
        Arrays.sort(order);
        Map<String, Integer> shared = new HashMap<>();
        for (int i = 0; i < order.length; i++) {
            int before = i > 0 ? common(order[i], order[i - 1]) : 0;
            int after = i + 1 < order.length ? common(order[i], order[i + 1]) : 0;
            shared.put(order[i], Math.max(before, after));
        }
        String[] badges = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            int length = shared.get(names[i]);
            badges[i] = length == names[i].length() ? names[i] + "." : names[i].substring(0, length + 1);
        }
        return badges;
    }

    private int common(String a, String b) {
        int n = 0;
        while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) n++;
        return n;
    }
}
