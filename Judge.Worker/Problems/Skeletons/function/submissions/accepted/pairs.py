class Solution:
    def equalNeighbours(self, nums: List[int]) -> int:
        return sum(a == b for a, b in zip(nums, nums[1:]))
