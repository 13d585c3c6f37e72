class Solution:
    def orient(self, squares: int, lanes: List[List[int]]) -> List[List[int]]:
        # From the tips of a search tree on, every square takes what is left at it, and gives its own lane up or keeps it.
        if len(lanes) % 2:
            return []
        near = [[] for _ in range(squares)]
        for i, (a, b) in enumerate(lanes):
            near[a].append((b, i))
            near[b].append((a, i))
        order, link = [0], {0: (-1, -1)}
        for square in order:
            for other, i in near[square]:
                if other not in link:
                    link[other] = (square, i)
                    order.append(other)
        result = [None] * len(lanes)
        for square in reversed(order):
            parent, mine = link[square]
            into = sum(1 for other, i in near[square] if result[i] and result[i][1] == square)
            for other, i in near[square]:
                if result[i] is None and i != mine:
                    result[i] = [other, square]
                    into += 1
            if mine >= 0:
                result[mine] = [parent, square] if into % 2 else [square, parent]
        return result
