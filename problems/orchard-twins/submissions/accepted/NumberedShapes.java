import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Solution {
    private final Map<List<Integer>, Integer> known = new HashMap<>();

    public List<List<Integer>> groupTwins(TreeNode[] trees) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < trees.length; i++) {
            groups.computeIfAbsent(number(trees[i]), key -> new ArrayList<>()).add(i);
        }
        return new ArrayList<>(groups.values());
    }

    private int number(TreeNode node) {
        if (node == null) {
            return -1;
        }
        int a = number(node.left), b = number(node.right);
        List<Integer> key = List.of(node.val, Math.min(a, b), Math.max(a, b));
        Integer there = known.putIfAbsent(key, known.size());
        return there == null ? known.size() - 1 : there;
    }
}
