class PaintedFence:

    def __init__(self, boards: int):
        self.starts = [0, boards]
        self.colours = [0, 0]
        self.boards = Counter({0: boards})
        self.sum = 0

    def paint(self, first: int, last: int, colour: int) -> None:
        begin, end = self.cut(first), self.cut(last + 1)
        for i in range(begin, end):
            length = self.starts[i + 1] - self.starts[i]
            self.boards[self.colours[i]] -= length
            self.sum -= self.colours[i] * length
        self.starts[begin:end] = [first]
        self.colours[begin:end] = [colour]
        self.boards[colour] += last + 1 - first
        self.sum += colour * (last + 1 - first)

    def colourOf(self, board: int) -> int:
        return self.colours[bisect_right(self.starts, board) - 1]

    def count(self, colour: int) -> int:
        return self.boards[colour]

    def brightness(self) -> int:
        return self.sum

    def cut(self, at):
        i = bisect_left(self.starts, at)
        if self.starts[i] != at:
            self.starts.insert(i, at)
            self.colours.insert(i, self.colours[i - 1])
        return i
