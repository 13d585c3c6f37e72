// The fewest turns by the number at the open end.
import java.util.*;

class Solution {
    public boolean canLay(int[][] dominoes, int turns) {
        Map<Integer, Integer> fewest = new HashMap<>();
        fewest.put(dominoes[0][0], 1);
        fewest.put(dominoes[0][1], 0);
        for (int i = 1; i < dominoes.length; i++) {
            int a = dominoes[i][0], b = dominoes[i][1];
            Map<Integer, Integer> next = new HashMap<>();
            if (fewest.containsKey(a)) next.merge(b, fewest.get(a), Math::min);
            if (fewest.containsKey(b)) next.merge(a, fewest.get(b) + 1, Math::min);
            fewest = next;
        }
        return fewest.values().stream().anyMatch(t -> t <= turns);
    }
}
