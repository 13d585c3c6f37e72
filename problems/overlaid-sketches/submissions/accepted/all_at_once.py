class Solution:
    def overlay(self, sketches: List[Optional[TreeNode]]) -> Optional[TreeNode]:
        nodes = [node for node in sketches if node]
        if not nodes:
            return None
        return TreeNode(
            sum(node.val for node in nodes),
            self.overlay([node.left for node in nodes]),
            self.overlay([node.right for node in nodes]),
        )
