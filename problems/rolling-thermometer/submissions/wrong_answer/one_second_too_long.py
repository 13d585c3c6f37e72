class RollingThermometer:

    def __init__(self, span: int):
        self.span = span
        self.times = []
        self.temperatures = []

    def record(self, time: int, temperature: float) -> None:
        self.times.append(time)
        self.temperatures.append(temperature)

    def average(self, time: int) -> float:
        counting = self.counting(time)
        return sum(counting) / len(counting) if counting else 0.0

    def extremes(self, time: int) -> List[float]:
        counting = self.counting(time)
        return [min(counting), max(counting)] if counting else []

    def size(self, time: int) -> int:
        return len(self.counting(time))

    def counting(self, time):
        return self.temperatures[bisect_left(self.times, time - self.span):]
