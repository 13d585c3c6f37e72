# Wrong: tries whole metres only.
class Solution:
    def longestPiece(self, garlands: List[int], windows: int) -> float:
        low, high = 0, max(garlands)
        while low < high:
            middle = (low + high + 1) // 2
            if sum(g // middle for g in garlands) >= windows:
                low = middle
            else:
                high = middle - 1
        return float(low)
