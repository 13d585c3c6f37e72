# Too slow: everybody takes over the smallest number heard of, until nothing is new; along a chain one guest at a time.
class Solution:
    def circles(self, guests: int, talks: List[List[int]]) -> List[List[int]]:
        smallest = list(range(guests))
        changed = True
        while changed:
            changed = False
            for a, b in reversed(talks):
                if smallest[a] != smallest[b]:
                    smallest[a] = smallest[b] = min(smallest[a], smallest[b])
                    changed = True
        circles = defaultdict(list)
        for x in range(guests):
            circles[smallest[x]].append(x)
        return [c for c in circles.values() if len(c) > 1]
