import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class TreeTourist {
    private final List<TreeNode> way = new ArrayList<>();
    private final Set<TreeNode> been = new HashSet<>();

    public TreeTourist(TreeNode root) {
        way.add(root);
        been.add(root);
    }

    public boolean step(char turn) {
        if (turn == 'U') {
            if (way.size() == 1) {
                return false;
            }
            way.remove(way.size() - 1);
            return true;
        }
        TreeNode node = way.get(way.size() - 1);
        TreeNode child = turn == 'L' ? node.left : node.right;
        if (child == null) {
            return false;
        }
        way.add(child);
        been.add(child);
        return true;
    }

    public int here() {
        return way.get(way.size() - 1).val;
    }

    public int[] path() {
        return way.stream().mapToInt(node -> node.val).toArray();
    }

    public void home() {
        way.subList(1, way.size()).clear();
    }

    public int seen() {
        return been.size();
    }
}
