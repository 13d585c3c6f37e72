# Crashes: sees that the beam has left the hall on two sides only; on the others an index is too large.
class Solution:
    def brightest(self, hall: List[List[str]]) -> int:
        def shine(i: int, j: int, di: int, dj: int) -> int:
            lit = set()
            while i >= 0 and j >= 0 and hall[i][j] != "#":
                lit.add((i, j))
                if hall[i][j] == "/":
                    di, dj = -dj, -di
                elif hall[i][j] == "\\":
                    di, dj = dj, di
                i, j = i + di, j + dj
            return len(lit)

        rows, columns = len(hall), len(hall[0])
        across = max(max(shine(i, 0, 0, 1), shine(i, columns - 1, 0, -1)) for i in range(rows))
        down = max(max(shine(0, j, 1, 0), shine(rows - 1, j, -1, 0)) for j in range(columns))
        return max(across, down)
