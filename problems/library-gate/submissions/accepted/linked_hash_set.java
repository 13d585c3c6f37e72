// A LinkedHashSet keeps the order in which elements came.
import java.util.*;

class Solution {
    public List<String> stillInside(List<String> passes) {
        Set<String> inside = new LinkedHashSet<>();
        for (String entry : passes) {
            String name = entry.trim().replaceAll(" +", " ").toLowerCase();
            if (!inside.remove(name)) inside.add(name);
        }
        return new ArrayList<>(inside);
    }
}
