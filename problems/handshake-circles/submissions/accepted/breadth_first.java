// Breadth-first search from each guest who is in no circle yet.
import java.util.*;

class Solution {
    public List<List<Integer>> circles(int guests, int[][] talks) {
        List<List<Integer>> around = new ArrayList<>();
        for (int i = 0; i < guests; i++) around.add(new ArrayList<>());
        for (int[] t : talks) {
            around.get(t[0]).add(t[1]);
            around.get(t[1]).add(t[0]);
        }
        boolean[] seen = new boolean[guests];
        List<List<Integer>> found = new ArrayList<>();
        for (int i = 0; i < guests; i++) {
            if (seen[i]) continue;
            List<Integer> circle = new ArrayList<>(List.of(i));
            seen[i] = true;
            for (int k = 0; k < circle.size(); k++) {
                for (int next : around.get(circle.get(k))) {
                    if (!seen[next]) {
                        seen[next] = true;
                        circle.add(next);
                    }
                }
            }
            if (circle.size() > 1) found.add(circle);
        }
        return found;
    }
}
