class Solution:
    def order(self, loads: List[int], limit: int) -> List[int]:
        left = sorted(loads)
        result, lean = [], 0
        while left:
            for i, load in enumerate(left):
                if -limit <= lean + load <= limit:
                    lean += load
                    result.append(left.pop(i))
                    break
        return result
