class Solution:
    def totalWay(self, root: Optional[TreeNode]) -> int:
        def size(node):
            return 1 + size(node.left) + size(node.right) if node else 0

        everybody, total = size(root), 0

        def count(node):
            nonlocal total
            if not node:
                return 0
            above = 1 + count(node.left) + count(node.right)
            total += above * (everybody - above)
            return above

        count(root)
        return total
