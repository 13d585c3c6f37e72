import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Solution {
    private final Map<String, String> parent = new HashMap<>();

    public List<List<String>> circles(String[][] letters) {
        Set<String> sent = new HashSet<>();
        for (String[] letter : letters) {
            sent.add(letter[0] + ">" + letter[1]);
            parent.put(letter[0], letter[0]);
            parent.put(letter[1], letter[1]);
        }
        for (String[] letter : letters) {
            if (sent.contains(letter[1] + ">" + letter[0])) {
                parent.put(find(letter[0]), find(letter[1]));
            }
        }
        Map<String, List<String>> circles = new HashMap<>();
        for (String name : List.copyOf(parent.keySet())) {
            circles.computeIfAbsent(find(name), key -> new ArrayList<>()).add(name);
        }
        return new ArrayList<>(circles.values());
    }

    private String find(String name) {
        while (!parent.get(name).equals(name)) {
            parent.put(name, parent.get(parent.get(name)));
            name = parent.get(name);
        }
        return name;
    }
}
