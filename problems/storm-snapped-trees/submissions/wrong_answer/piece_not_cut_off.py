class Solution:
    def snap(self, root: Optional[TreeNode], limit: int) -> List[Optional[TreeNode]]:
        pieces = [root]

        def visit(node):
            for child in (node.left, node.right):
                if child:
                    if abs(child.val - node.val) > limit:
                        pieces.append(child)
                    visit(child)

        visit(root)
        return pieces
