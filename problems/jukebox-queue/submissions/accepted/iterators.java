// A queue of iterators; who has nothing left does not go back into it.
import java.util.*;

class Solution {
    public List<Integer> playOrder(List<List<Integer>> wishes) {
        Set<Integer> played = new LinkedHashSet<>();
        Queue<Iterator<Integer>> table = new ArrayDeque<>();
        for (List<Integer> songs : wishes) table.add(songs.iterator());
        while (!table.isEmpty()) {
            Iterator<Integer> songs = table.remove();
            while (songs.hasNext()) {
                if (played.add(songs.next())) {
                    table.add(songs);
                    break;
                }
            }
        }
        return new ArrayList<>(played);
    }
}
