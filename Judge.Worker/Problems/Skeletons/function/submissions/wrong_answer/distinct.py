# Counts numbers that come again anywhere, not only as neighbours.
class Solution:
    def equalNeighbours(self, nums: List[int]) -> int:
        return len(nums) - len(set(nums))
