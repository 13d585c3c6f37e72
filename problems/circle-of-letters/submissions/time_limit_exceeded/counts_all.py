# Too slow: counts up to count, child by child.
class Solution:
    def lastLetter(self, letters: str, count: int) -> str:
        circle = deque(letters)
        while len(circle) > 1:
            for _ in range(count - 1):
                circle.append(circle.popleft())
            hit = circle.popleft()
            if hit.isupper():
                circle.append(hit.lower())
        return circle[0]
