class Solution:
    def prune(self, root: Optional[TreeNode]) -> Optional[TreeNode]:
        def total(node):
            return node.val + total(node.left) + total(node.right) if node else 0

        def visit(node):
            # From the trunk to the tips, with what ought to be gone by then.
            if not node or total(node) < 0:
                return None
            node.left, node.right = visit(node.left), visit(node.right)
            return node

        return visit(root)
