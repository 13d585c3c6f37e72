class Solution {
    public TreeNode prune(TreeNode root) {
        return sum(root) < 0 ? null : root;
    }

    private int sum(TreeNode node) {
        if (node == null) {
            return 0;
        }
        int left = sum(node.left);
        if (left < 0) {
            node.left = null;
        }
        int right = sum(node.right);
        if (right < 0) {
            node.right = null;
        }
        return node.val + Math.max(left, 0) + Math.max(right, 0);
    }
}
