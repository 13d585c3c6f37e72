# Too slow: looks at all sets of heights, 2^42 of them.
class Solution:
    def staircases(self, blocks: int, highest: int) -> List[List[int]]:
        heights = range(1, min(blocks, highest) + 1)
        return [list(c) for n in range(1, len(heights) + 1) for c in combinations(heights, n) if sum(c) == blocks]
