class Solution:
    def countTilings(self, plan: List[str]) -> int:
        height, width = len(plan), len(plan[0])
        squares = "".join(plan)

        @cache
        def ways(square, covered):
            # covered: a bit per square from this one on.
            if square == height * width:
                return 1 if covered == 0 else 0
            if squares[square] == "#":
                return 0 if covered & 1 else ways(square + 1, covered >> 1)
            if covered & 1:
                return ways(square + 1, covered >> 1)
            total = 0
            if square + width < height * width and squares[square + width] == ".":
                total += ways(square + 1, (covered | 1 << width) >> 1)
            if (square + 1) % width and squares[square + 1] == "." and not covered & 2:
                total += ways(square + 1, (covered | 2) >> 1)
            return total

        return ways(0, 0)
