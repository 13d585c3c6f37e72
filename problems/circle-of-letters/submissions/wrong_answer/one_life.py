# Wrong: capital letters have one life, too.
class Solution:
    def lastLetter(self, letters: str, count: int) -> str:
        circle, at = list(letters), 0
        while len(circle) > 1:
            at = (at + count - 1) % len(circle)
            circle.pop(at)
        return circle[0]
