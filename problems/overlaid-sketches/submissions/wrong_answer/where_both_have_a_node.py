class Solution:
    def overlay(self, sketches: List[Optional[TreeNode]]) -> Optional[TreeNode]:
        def both(a, b):
            if not a or not b:
                return None
            return TreeNode(a.val + b.val, both(a.left, b.left), both(a.right, b.right))

        return reduce(both, sketches)
