# Too slow: does what the trolls do, O(n^2).
class Solution:
    def leastEffort(self, heights: List[int]) -> int:
        effort = 0
        for end in range(len(heights) - 1, 0, -1):
            for i in range(end):
                a, b = heights[i], heights[i + 1]
                if a > b:
                    effort += a - b
                    heights[i], heights[i + 1] = b, a
        return effort
