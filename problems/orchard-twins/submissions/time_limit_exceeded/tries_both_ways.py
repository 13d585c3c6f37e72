class Solution:
    def groupTwins(self, trees: List[Optional[TreeNode]]) -> List[List[int]]:
        def twins(a, b):
            if not a or not b:
                return a is b
            if a.val != b.val:
                return False
            return twins(a.left, b.left) and twins(a.right, b.right) or twins(a.left, b.right) and twins(a.right, b.left)

        groups = []
        for i, tree in enumerate(trees):
            for group in groups:
                if twins(trees[group[0]], tree):
                    group.append(i)
                    break
            else:
                groups.append([i])
        return groups
