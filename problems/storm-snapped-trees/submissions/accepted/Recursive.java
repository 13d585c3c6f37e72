import java.util.ArrayList;
import java.util.List;

class Solution {
    private final List<TreeNode> pieces = new ArrayList<>();

    public List<TreeNode> snap(TreeNode root, int limit) {
        pieces.add(root);
        visit(root, limit);
        return pieces;
    }

    private void visit(TreeNode node, long limit) {
        node.left = held(node, node.left, limit);
        node.right = held(node, node.right, limit);
    }

    private TreeNode held(TreeNode parent, TreeNode child, long limit) {
        if (child == null) {
            return null;
        }
        visit(child, limit);
        if (Math.abs((long) parent.val - child.val) <= limit) {
            return child;
        }
        pieces.add(child);
        return null;
    }
}
