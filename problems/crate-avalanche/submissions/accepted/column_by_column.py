# From the top of each column: crates gather until something holds them.
class Solution:
    def settle(self, shaft: List[List[str]]) -> None:
        rows = len(shaft)
        for j in range(len(shaft[0])):
            crates = 0
            for i in range(rows + 1):
                cell = shaft[i][j] if i < rows else "floor"
                if cell == "o":
                    crates += 1
                elif cell == "floor" or cell == "#" and crates <= 2:
                    for k in range(crates):
                        shaft[i - 1 - k][j] = "o"
                    crates = 0
                    continue
                if i < rows:
                    shaft[i][j] = "."
