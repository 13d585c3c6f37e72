using System;
using System.Collections.Generic;

public class Solution
{
    private readonly List<TreeNode> pieces = new();

    public IList<TreeNode> Snap(TreeNode root, int limit)
    {
        pieces.Add(root);
        Visit(root, limit);
        return pieces;
    }

    private void Visit(TreeNode node, long limit)
    {
        if (node.left != null)
        {
            Visit(node.left, limit);
            if (Math.Abs((long)node.left.val - node.val) > limit) { pieces.Add(node.left); node.left = null; }
        }
        if (node.right != null)
        {
            Visit(node.right, limit);
            if (Math.Abs((long)node.right.val - node.val) > limit) { pieces.Add(node.right); node.right = null; }
        }
    }
}
