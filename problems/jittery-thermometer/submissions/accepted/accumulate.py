# itertools.accumulate carries the shown value along.
class Solution:
    def smooth(self, readings: List[float], trust: float) -> List[float]:
        return list(accumulate(readings, lambda shown, reading: shown + (reading - shown) * trust))
