// Wrong: all staircases are the same list, which is empty at the end.
import java.util.*;

class Solution {
    public List<List<Integer>> staircases(int blocks, int highest) {
        List<List<Integer>> found = new ArrayList<>();
        build(blocks, 1, highest, new ArrayList<>(), found);
        return found;
    }

    private void build(int left, int least, int highest, List<Integer> columns, List<List<Integer>> found) {
        if (left == 0) found.add(columns);
        for (int height = least; height <= left && height <= highest; height++) {
            columns.add(height);
            build(left - height, height + 1, highest, columns, found);
            columns.remove(columns.size() - 1);
        }
    }
}
