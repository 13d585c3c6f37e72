class Solution:
    def snap(self, root: Optional[TreeNode], limit: int) -> List[Optional[TreeNode]]:
        pieces, todo = [root], deque([root])
        while todo:
            node = todo.popleft()
            left, right = node.left, node.right
            for child in (left, right):
                if child:
                    todo.append(child)
                    if abs(child.val - node.val) > limit:
                        pieces.append(child)
                        if child is left:
                            node.left = None
                        else:
                            node.right = None
        return pieces
