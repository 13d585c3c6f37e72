# Too slow: looks at each number.
class Solution:
    def countLevel(self, low: int, high: int) -> int:
        return sum(sum(map(int, str(x))) % len(str(x)) == 0 for x in range(low, high + 1))
