# Wrong: goes from the reading before, not from what was shown.
class Solution:
    def smooth(self, readings: List[float], trust: float) -> List[float]:
        return readings[:1] + [a + (b - a) * trust for a, b in zip(readings, readings[1:])]
