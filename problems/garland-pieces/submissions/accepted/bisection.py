# Halves the interval in which the length is; 60 times does it for a relative error.
class Solution:
    def longestPiece(self, garlands: List[int], windows: int) -> float:
        low, high = 0.0, sum(garlands) / windows
        for _ in range(60):
            middle = (low + high) / 2
            if sum(g // middle for g in garlands) >= windows:
                low = middle
            else:
                high = middle
        return high
