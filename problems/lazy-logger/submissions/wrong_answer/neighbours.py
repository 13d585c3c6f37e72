# Wrong: compares with the reading before, not with the last one kept.
class Solution:
    def compactLog(self, readings: List[int], change: int) -> int:
        kept, before = 1, readings[0]
        for x in readings[1:]:
            if abs(x - before) >= change:
                readings[kept] = x
                kept += 1
            before = x
        return kept
