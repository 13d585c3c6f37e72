// An ordered set of the lit lamps.
import java.util.*;

class Solution {
    public List<Integer> litLamps(int lamps, List<Integer> presses) {
        TreeSet<Integer> lit = new TreeSet<>();
        for (int p : presses) {
            Set<Integer> wired = new HashSet<>(Arrays.asList(p, (p + 1) % lamps, (p + lamps - 1) % lamps));
            for (int lamp : wired) if (!lit.remove(lamp)) lit.add(lamp);
        }
        return new ArrayList<>(lit);
    }
}
