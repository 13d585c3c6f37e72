# Too slow: tries both ways for each domino without remembering, up to 2^n.
class Solution:
    def canLay(self, dominoes: List[List[int]], turns: int) -> bool:
        stack = [(0, None, 0)]
        while stack:
            i, end, used = stack.pop()
            if i == len(dominoes):
                if used <= turns:
                    return True
                continue
            a, b = dominoes[i]
            if end is None or a == end:
                stack.append((i + 1, b, used))
            if end is None or b == end:
                stack.append((i + 1, a, used + 1))
        return False
