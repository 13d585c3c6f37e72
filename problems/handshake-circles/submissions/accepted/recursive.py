# Recursion, as deep as the longest chain.
class Solution:
    def circles(self, guests: int, talks: List[List[int]]) -> List[List[int]]:
        around = [[] for _ in range(guests)]
        for a, b in talks:
            around[a].append(b)
            around[b].append(a)
        seen = [False] * guests

        def visit(x: int, circle: List[int]) -> List[int]:
            seen[x] = True
            circle.append(x)
            for y in around[x]:
                if not seen[y]:
                    visit(y, circle)
            return circle

        found = [visit(x, []) for x in range(guests) if not seen[x]]
        return [circle for circle in found if len(circle) > 1]
