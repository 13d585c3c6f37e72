class Solution:
    def timeOfToll(self, periods: List[int], k: int) -> int:
        # Tolls per second; what is not whole yet is heard as well here.
        tolls = sum(1000 * 999 * 998 * 997 // period for period in periods)
        return max(min(periods), -(-k * 1000 * 999 * 998 * 997 // tolls))
