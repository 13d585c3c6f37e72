# Wrong: never turns the first domino.
class Solution:
    def canLay(self, dominoes: List[List[int]], turns: int) -> bool:
        end = dominoes[0][1]
        for a, b in dominoes[1:]:
            if a == end:
                end = b
            elif b == end:
                end = a
                turns -= 1
            else:
                return False
        return turns >= 0
