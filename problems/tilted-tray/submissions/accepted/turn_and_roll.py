class Solution:
    def tilt(self, tray: List[List[str]], moves: str) -> None:
        rows = ["".join(row) for row in tray]
        for move in moves:
            if move in "UD":
                rows = ["".join(column) for column in zip(*rows)]
            rolled = []
            for row in rows:
                pieces = []
                for piece in row.split("#"):
                    marbles = piece.count("o")
                    empty = "." * (len(piece) - marbles)
                    pieces.append("o" * marbles + empty if move in "LU" else empty + "o" * marbles)
                rolled.append("#".join(pieces))
            rows = ["".join(column) for column in zip(*rolled)] if move in "UD" else rolled
        for i, row in enumerate(rows):
            tray[i][:] = row
