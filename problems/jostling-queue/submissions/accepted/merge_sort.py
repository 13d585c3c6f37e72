# Each pair that stands the wrong way around has to change places once, and bubble sort does no more. Merge sort finds them.
class Solution:
    def leastEffort(self, heights: List[int]) -> int:
        effort = 0

        def sort(part: List[int]) -> List[int]:
            nonlocal effort
            if len(part) < 2:
                return part
            half = len(part) // 2
            left, right = sort(part[:half]), sort(part[half:])
            rest, i = sum(left), 0
            for x in right:
                while i < len(left) and left[i] <= x:
                    rest -= left[i]
                    i += 1
                effort += rest - (len(left) - i) * x
            return sorted(left + right)

        sort(heights)
        return effort
