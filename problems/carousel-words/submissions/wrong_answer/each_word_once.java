// Wrong: words that occur more than once are there only once.
import java.util.*;

class Solution {
    public List<List<String>> sameCarousels(String[] words) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String word : words) {
            String least = word;
            for (int i = 1; i < word.length(); i++) {
                String turned = word.substring(i) + word.substring(0, i);
                if (turned.compareTo(least) < 0) least = turned;
            }
            groups.computeIfAbsent(least, w -> new TreeSet<>()).add(word);
        }
        List<List<String>> found = new ArrayList<>();
        for (Set<String> group : groups.values()) found.add(new ArrayList<>(group));
        return found;
    }
}
