# Only the fires left and right of a tent matter.
class Solution:
    def coldest(self, fires: List[float], tents: List[float]) -> float:
        row = [-inf] + sorted(fires) + [inf]
        worst = 0.0
        for tent in tents:
            i = bisect_left(row, tent)
            worst = max(worst, min(tent - row[i - 1], row[i] - tent))
        return worst
