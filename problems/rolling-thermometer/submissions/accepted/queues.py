class RollingThermometer:

    def __init__(self, span: int):
        self.span = span
        self.all = deque()
        self.low = deque()
        self.high = deque()
        self.sum = 0.0

    def record(self, time: int, temperature: float) -> None:
        self.all.append((time, temperature))
        self.sum += temperature
        while self.low and self.low[-1][1] >= temperature:
            self.low.pop()
        self.low.append((time, temperature))
        while self.high and self.high[-1][1] <= temperature:
            self.high.pop()
        self.high.append((time, temperature))

    def average(self, time: int) -> float:
        count = self.size(time)
        return self.sum / count if count else 0.0

    def extremes(self, time: int) -> List[float]:
        return [self.low[0][1], self.high[0][1]] if self.size(time) else []

    def size(self, time: int) -> int:
        start = time - self.span + 1
        while self.all and self.all[0][0] < start:
            self.sum -= self.all.popleft()[1]
        while self.low and self.low[0][0] < start:
            self.low.popleft()
        while self.high and self.high[0][0] < start:
            self.high.popleft()
        return len(self.all)
