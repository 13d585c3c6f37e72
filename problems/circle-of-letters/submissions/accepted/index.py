# The index of who is hit, modulo those who are left.
class Solution:
    def lastLetter(self, letters: str, count: int) -> str:
        circle, at = list(letters), 0
        while len(circle) > 1:
            at = (at + count - 1) % len(circle)
            if circle[at].isupper():
                circle[at] = circle[at].lower()
                at += 1
            else:
                circle.pop(at)
        return circle[0]
