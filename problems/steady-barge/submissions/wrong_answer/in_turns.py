class Solution:
    def order(self, loads: List[int], limit: int) -> List[int]:
        loads = sorted(loads)
        # One from each side in turn, however far over it lies.
        result = []
        i, j = 0, len(loads) - 1
        while i <= j:
            result.append(loads[j])
            if i < j:
                result.append(loads[i])
            i, j = i + 1, j - 1
        return result
