# A set of the lit lamps, which also forgets doubles in a small circle.
class Solution:
    def litLamps(self, lamps: int, presses: List[int]) -> List[int]:
        lit = set()
        for p in presses:
            lit ^= {p, (p + 1) % lamps, (p - 1) % lamps}
        return sorted(lit)
