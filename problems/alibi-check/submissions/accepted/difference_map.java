// How many more see him from a time on, in the order of times.
import java.util.*;

class Solution {
    public boolean hasAlibi(int[][] sightings, int opening, int closing) {
        TreeMap<Integer, Integer> changes = new TreeMap<>();
        changes.put(opening, 0);
        changes.put(closing, 0);
        for (int[] s : sightings) {
            changes.merge(s[0], 1, Integer::sum);
            changes.merge(s[1], -1, Integer::sum);
        }
        int seen = 0;
        for (var change : changes.entrySet()) {
            if (change.getKey() >= closing) return true;
            seen += change.getValue();
            if (change.getKey() >= opening && seen < 2) return false;
        }
        return true;
    }
}
