class Solution:
    def tilt(self, tray: List[List[str]], moves: str) -> None:
        rows, columns = len(tray), len(tray[0])
        for move in moves:
            y, x = {"L": (0, -1), "R": (0, 1), "U": (-1, 0), "D": (1, 0)}[move]
            for r in range(rows)[:: -1 if y > 0 else 1]:
                for c in range(columns)[:: -1 if x > 0 else 1]:
                    if tray[r][c] == "o" and 0 <= r + y < rows and 0 <= c + x < columns and tray[r + y][c + x] == ".":
                        tray[r][c], tray[r + y][c + x] = ".", "o"
