import java.util.ArrayList;
import java.util.List;

class Solution {
    public long totalWay(TreeNode root) {
        List<Long> sizes = new ArrayList<>();
        long everybody = count(root, sizes);
        long total = 0;
        for (long size : sizes) {
            total += size * (everybody - size);
        }
        return total;
    }

    private long count(TreeNode node, List<Long> sizes) {
        if (node == null) {
            return 0;
        }
        long size = node.val + count(node.left, sizes) + count(node.right, sizes);
        sizes.add(size);
        return size;
    }
}
