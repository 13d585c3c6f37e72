# Too slow: shuffles as often as he does, O(n * times).
class Solution:
    def riffle(self, deck: List[int], times: int) -> None:
        half = len(deck) // 2
        for _ in range(times):
            deck[1::2], deck[::2] = deck[:half], deck[half:]
