class PaintedFence:

    def __init__(self, boards: int):
        self.pieces = [(0, boards - 1, 0)]

    def paint(self, first: int, last: int, colour: int) -> None:
        kept = [(first, last, colour)]
        for a, b, c in self.pieces:
            if b < first or a > last:
                kept.append((a, b, c))
            else:
                if a < first:
                    kept.append((a, first - 1, c))
                if b > last:
                    kept.append((last + 1, b, c))
        self.pieces = kept

    def colourOf(self, board: int) -> int:
        return next(c for a, b, c in self.pieces if a <= board <= b)

    def count(self, colour: int) -> int:
        return sum(b - a + 1 for a, b, c in self.pieces if c == colour)

    def brightness(self) -> int:
        return sum((b - a + 1) * c for a, b, c in self.pieces)
