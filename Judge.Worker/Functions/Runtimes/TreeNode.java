/** A binary tree, given to the user unless he has a TreeNode of his own. */
class TreeNode {
    int val;
    TreeNode left, right;

    TreeNode() { }

    TreeNode(int val) { this.val = val; }

    TreeNode(int val, TreeNode left, TreeNode right) {
        this.val = val;
        this.left = left;
        this.right = right;
    }
}
