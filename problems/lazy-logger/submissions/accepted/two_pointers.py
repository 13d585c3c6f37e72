# One index reads, the other one writes.
class Solution:
    def compactLog(self, readings: List[int], change: int) -> int:
        kept = 1
        for x in readings:
            if abs(x - readings[kept - 1]) >= change:
                readings[kept] = x
                kept += 1
        return kept
