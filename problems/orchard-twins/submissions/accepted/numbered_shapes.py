class Solution:
    def groupTwins(self, trees: List[Optional[TreeNode]]) -> List[List[int]]:
        known = {}

        def number(node):
            if not node:
                return -1
            a, b = number(node.left), number(node.right)
            key = (node.val, a, b) if a < b else (node.val, b, a)
            return known.setdefault(key, len(known))

        groups = defaultdict(list)
        for i, tree in enumerate(trees):
            groups[number(tree)].append(i)
        return list(groups.values())
