// The least rotation of a word, in linear time, stands for all its rotations.
import java.util.*;

class Solution {
    public List<List<String>> sameCarousels(String[] words) {
        Map<String, List<String>> groups = new HashMap<>();
        for (String word : words) groups.computeIfAbsent(least(word), w -> new ArrayList<>()).add(word);
        return new ArrayList<>(groups.values());
    }

    private String least(String s) {
        int n = s.length(), i = 0, j = 1, k = 0;
        while (i < n && j < n && k < n) {
            int order = s.charAt((i + k) % n) - s.charAt((j + k) % n);
            if (order == 0) {
                k++;
                continue;
            }
            if (order > 0) i += k + 1;
            else j += k + 1;
            if (i == j) j++;
            k = 0;
        }
        i = Math.min(i, j);
        return s.substring(i) + s.substring(0, i);
    }
}
