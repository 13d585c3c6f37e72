# Union-find with path halving.
class Solution:
    def circles(self, guests: int, talks: List[List[int]]) -> List[List[int]]:
        parent = list(range(guests))

        def root(x: int) -> int:
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x

        for a, b in talks:
            parent[root(a)] = root(b)
        circles = defaultdict(list)
        for x in range(guests):
            circles[root(x)].append(x)
        return [c for c in circles.values() if len(c) > 1]
