# Too slow: goes through the units of time, each with all sightings.
class Solution:
    def hasAlibi(self, sightings: List[List[int]], opening: int, closing: int) -> bool:
        return all(sum(a <= t and t + 1 <= b for a, b in sightings) >= 2 for t in range(opening, closing))
