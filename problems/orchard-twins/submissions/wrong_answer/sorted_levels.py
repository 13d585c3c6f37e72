class Solution:
    def groupTwins(self, trees: List[Optional[TreeNode]]) -> List[List[int]]:
        # The values of each level, sorted: says nothing about who grows on whom.
        groups = defaultdict(list)
        for i, tree in enumerate(trees):
            key, layer = [], [tree]
            while layer:
                key.append(tuple(sorted(node.val for node in layer)))
                layer = [child for node in layer for child in (node.left, node.right) if child]
            groups[tuple(key)].append(i)
        return list(groups.values())
