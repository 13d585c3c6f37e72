# Too slow: looks at all fires for each tent.
class Solution:
    def coldest(self, fires: List[float], tents: List[float]) -> float:
        return max(min(abs(fire - tent) for fire in fires) for tent in tents)
