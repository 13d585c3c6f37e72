# Wrong: believes one witness alone.
class Solution:
    def hasAlibi(self, sightings: List[List[int]], opening: int, closing: int) -> bool:
        seen = opening
        for a, b in sorted(sightings):
            if a <= seen:
                seen = max(seen, b)
        return seen >= closing
