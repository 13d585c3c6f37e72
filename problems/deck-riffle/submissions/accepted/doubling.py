# The permutation done 1, 2, 4, 8 ... times.
class Solution:
    def riffle(self, deck: List[int], times: int) -> None:
        n = len(deck)
        power = [(i // 2 if i % 2 else n // 2 + i // 2) for i in range(n)]
        while times:
            if times & 1:
                deck[:] = [deck[i] for i in power]
            power = [power[i] for i in power]
            times >>= 1
