# Follows the beam from each place at the edge; it cannot go in circles, since light could go back the same way.
class Solution:
    def brightest(self, hall: List[List[str]]) -> int:
        rows, columns = len(hall), len(hall[0])

        def shine(i: int, j: int, di: int, dj: int) -> int:
            lit = set()
            while 0 <= i < rows and 0 <= j < columns and hall[i][j] != "#":
                lit.add((i, j))
                if hall[i][j] == "/":
                    di, dj = -dj, -di
                elif hall[i][j] == "\\":
                    di, dj = dj, di
                i, j = i + di, j + dj
            return len(lit)

        across = max(max(shine(i, 0, 0, 1), shine(i, columns - 1, 0, -1)) for i in range(rows))
        down = max(max(shine(0, j, 1, 0), shine(rows - 1, j, -1, 0)) for j in range(columns))
        return max(across, down)
