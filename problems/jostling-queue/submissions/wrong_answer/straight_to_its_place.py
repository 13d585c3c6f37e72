# Wrong: adds up how far each troll is from the height that belongs there.
class Solution:
    def leastEffort(self, heights: List[int]) -> int:
        return sum(abs(a - b) for a, b in zip(heights, sorted(heights)))
