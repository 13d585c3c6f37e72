import java.io.IOException;
import java.util.ArrayDeque;

/** Trees level by level, with null for a child that is missing, and no nulls at the end. */
final class JudgeTree {
    /** A tree of more is taken for one with a cycle. */
    private static final int MOST = 1_000_000;

    static TreeNode read(JudgeRuntime judge) throws IOException {
        if (judge.nothing()) return null;
        judge.begin();
        if (!judge.more()) return null;
        TreeNode root = new TreeNode(judge.readInt());
        ArrayDeque<TreeNode> parents = new ArrayDeque<>();
        parents.add(root);
        for (boolean left = true; judge.more(); left = !left) {
            TreeNode child = judge.nothing() ? null : new TreeNode(judge.readInt());
            if (child != null) parents.add(child);
            if (left) parents.element().left = child;
            else parents.remove().right = child;
        }
        return root;
    }

    static void write(JudgeRuntime judge, TreeNode root) {
        judge.put('[');
        if (root != null) {
            ArrayDeque<TreeNode> parents = new ArrayDeque<>();
            parents.add(root);
            judge.write((long) root.val);
            int missing = 0, nodes = 1;
            while (!parents.isEmpty()) {
                TreeNode parent = parents.remove();
                for (int side = 0; side < 2; side++) {
                    TreeNode child = side == 0 ? parent.left : parent.right;
                    if (child == null) { missing++; continue; }
                    if (++nodes > MOST) throw new JudgeRuntime.Refusal("a tree with a cycle");
                    for (; missing > 0; missing--) judge.text(",null");
                    judge.put(',');
                    judge.write((long) child.val);
                    parents.add(child);
                }
            }
        }
        judge.put(']');
    }
}
