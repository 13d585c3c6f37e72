class Solution:
    def order(self, loads: List[int], limit: int) -> List[int]:
        left = deque(sorted(loads))
        result, lean = [], 0
        while left:
            result.append(left.popleft() if lean > 0 else left.pop())
            lean += result[-1]
        return result
