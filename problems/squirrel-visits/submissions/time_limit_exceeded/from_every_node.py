class Solution:
    def totalWay(self, root: Optional[TreeNode]) -> int:
        near, nodes = {root: []}, [root]
        for node in nodes:
            for child in (node.left, node.right):
                if child:
                    near[node].append(child)
                    near[child] = [node]
                    nodes.append(child)
        total = 0
        for start in nodes:
            away = {start: 0}
            queue = [start]
            for node in queue:
                total += start.val * node.val * away[node]
                for other in near[node]:
                    if other not in away:
                        away[other] = away[node] + 1
                        queue.append(other)
        return total // 2
