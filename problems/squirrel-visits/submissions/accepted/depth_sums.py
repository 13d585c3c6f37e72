class Solution:
    def totalWay(self, root: Optional[TreeNode]) -> int:
        # Of a subtree: its squirrels, the sum of their ways to its root, the sum over pairs.
        def visit(node):
            if not node:
                return 0, 0, 0
            a, up_a, pairs_a = visit(node.left)
            b, up_b, pairs_b = visit(node.right)
            up_a, up_b = up_a + a, up_b + b
            pairs = pairs_a + pairs_b + up_a * b + up_b * a + (up_a + up_b) * node.val
            return a + b + node.val, up_a + up_b, pairs

        return visit(root)[2]
