# Too slow: counts the presses for each of up to 10^9 lamps.
class Solution:
    def litLamps(self, lamps: int, presses: List[int]) -> List[int]:
        times = Counter(presses)
        return [i for i in range(lamps) if sum(times[j] for j in {i, (i + 1) % lamps, (i - 1) % lamps}) % 2]
