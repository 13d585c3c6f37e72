class Solution:
    def timeOfToll(self, periods: List[int], k: int) -> int:
        bells = Counter(periods).items()
        return bisect_left(range(min(periods) * k), k, key=lambda second: sum(second // period * n for period, n in bells))
