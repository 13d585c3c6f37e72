using System.Collections.Generic;
using Judge.Given;

namespace Judge.Given
{
    /// <summary>A list, given to the user unless he has a ListNode of his own.</summary>
    public class ListNode(int val = 0, ListNode next = null)
    {
        public int val = val;
        public ListNode next = next;
    }

    /// <summary>A binary tree, given to the user unless he has a TreeNode of his own.</summary>
    public class TreeNode(int val = 0, TreeNode left = null, TreeNode right = null)
    {
        public int val = val;
        public TreeNode left = left;
        public TreeNode right = right;
    }
}

/// <summary>Lists as arrays of their values, and trees level by level, with null for a child that is missing and no nulls at the end.</summary>
internal static class JudgeNodes
{
    /// <summary>A tree of more is taken for one with a cycle.</summary>
    private const int MostNodes = 1_000_000;

    public static ListNode ReadList(JudgeRuntime judge)
    {
        if (judge.Nothing()) return null;
        ListNode first = null, last = null;
        for (judge.Begin(); judge.More();)
        {
            var node = new ListNode(judge.ReadInt());
            if (first is null) first = node;
            else last.next = node;
            last = node;
        }

        return first;
    }

    public static void Write(JudgeRuntime judge, ListNode list)
    {
        var (slow, steps) = (list, 0);
        judge.Put('[');
        for (var node = list; node is not null; node = node.next)
        {
            if (node != list) judge.Put(',');
            judge.Write(node.val);
            if (++steps % 2 == 0) slow = slow.next;
            if (slow == node.next && slow is not null) throw new JudgeRuntime.Refusal("a list with a cycle");
        }

        judge.Put(']');
    }

    public static TreeNode ReadTree(JudgeRuntime judge)
    {
        if (judge.Nothing()) return null;
        judge.Begin();
        if (!judge.More()) return null;
        var root = new TreeNode(judge.ReadInt());
        var parents = new Queue<TreeNode>([root]);
        for (var left = true; judge.More(); left = !left)
        {
            var child = judge.Nothing() ? null : new TreeNode(judge.ReadInt());
            if (child is not null) parents.Enqueue(child);
            if (left) parents.Peek().left = child;
            else parents.Dequeue().right = child;
        }

        return root;
    }

    public static void Write(JudgeRuntime judge, TreeNode root)
    {
        judge.Put('[');
        if (root is not null)
        {
            judge.Write(root.val);
            var (missing, nodes) = (0, 1);
            var parents = new Queue<TreeNode>([root]);
            while (parents.TryDequeue(out var parent))
            {
                for (var side = 0; side < 2; side++)
                {
                    var child = side == 0 ? parent.left : parent.right;
                    if (child is null)
                    {
                        missing++;
                        continue;
                    }

                    if (++nodes > MostNodes) throw new JudgeRuntime.Refusal("a tree with a cycle");
                    for (; missing > 0; missing--) judge.Text(",null");
                    judge.Put(',');
                    judge.Write(child.val);
                    parents.Enqueue(child);
                }
            }
        }

        judge.Put(']');
    }
}
