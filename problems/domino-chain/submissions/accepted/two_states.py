# The fewest turns with the last domino as it is, and with it turned.
class Solution:
    def canLay(self, dominoes: List[List[int]], turns: int) -> bool:
        kept, turned = 0, 1
        for (a, b), (c, d) in pairwise(dominoes):
            kept, turned = (
                min([kept] * (b == c) + [turned] * (a == c), default=inf),
                min([kept] * (b == d) + [turned] * (a == d), default=inf) + 1,
            )
        return min(kept, turned) <= turns
