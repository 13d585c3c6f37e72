# Wrong: a circle is a guest and those he talked with himself.
class Solution:
    def circles(self, guests: int, talks: List[List[int]]) -> List[List[int]]:
        around = [{x} for x in range(guests)]
        for a, b in talks:
            around[a].add(b)
            around[b].add(a)
        seen, found = set(), []
        for x in range(guests):
            if x not in seen and len(around[x]) > 1:
                found.append(sorted(around[x] - seen))
                seen |= around[x]
        return found
