public class Solution
{
    private long total;

    public long TotalWay(TreeNode root)
    {
        var everybody = Count(root, 0);
        total = 0;
        Count(root, everybody);
        return total;
    }

    private long Count(TreeNode node, long everybody)
    {
        if (node == null) return 0;
        var above = node.val + Count(node.left, everybody) + Count(node.right, everybody);
        total += above * (everybody - above);
        return above;
    }
}
