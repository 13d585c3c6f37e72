# By their beginnings; the moment up to which two have seen him is the smaller one of the two latest ends.
class Solution:
    def hasAlibi(self, sightings: List[List[int]], opening: int, closing: int) -> bool:
        latest = second = opening
        for a, b in sorted(sightings):
            if second >= closing:
                break
            if b <= second:
                continue
            if a > second:
                return False
            latest, second = max(latest, b), min(latest, b)
        return second >= closing
