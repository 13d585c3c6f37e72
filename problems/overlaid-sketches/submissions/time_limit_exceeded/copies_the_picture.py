class Solution:
    def overlay(self, sketches: List[Optional[TreeNode]]) -> Optional[TreeNode]:
        def both(a, b):
            if not a and not b:
                return None
            a, b = a or TreeNode(), b or TreeNode()
            return TreeNode(a.val + b.val, both(a.left, b.left), both(a.right, b.right))

        picture = None
        for sketch in sketches:
            picture = both(picture, sketch)
        return picture
