class Solution:
    def prune(self, root: Optional[TreeNode]) -> Optional[TreeNode]:
        def visit(node):
            if not node:
                return None, 0
            node.left, left = visit(node.left)
            node.right, right = visit(node.right)
            total = node.val + left + right
            return (node, total) if total >= 0 else (None, 0)

        return visit(root)[0]
