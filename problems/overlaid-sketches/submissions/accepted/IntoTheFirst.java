class Solution {
    public TreeNode overlay(TreeNode[] sketches) {
        TreeNode picture = null;
        for (TreeNode sketch : sketches) {
            picture = add(picture, sketch);
        }
        return picture;
    }

    private TreeNode add(TreeNode onto, TreeNode sketch) {
        if (onto == null) {
            return sketch;
        }
        if (sketch != null) {
            onto.val += sketch.val;
            onto.left = add(onto.left, sketch.left);
            onto.right = add(onto.right, sketch.right);
        }
        return onto;
    }
}
