# Wrong: looks only at the next fire to the right, or at the last one if there is none.
class Solution:
    def coldest(self, fires: List[float], tents: List[float]) -> float:
        fires.sort()
        return max(abs(fires[min(bisect_left(fires, tent), len(fires) - 1)] - tent) for tent in tents)
