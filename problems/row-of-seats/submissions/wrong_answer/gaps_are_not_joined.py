class RowOfSeats:

    def __init__(self, seats: int):
        self.free = [[1, seats]]
        self.booked = {}

    def reserve(self, people: int) -> List[int]:
        for i, (first, last) in enumerate(self.free):
            if last - first + 1 >= people:
                self.free[i] = [first + people, last]
                if first + people > last:
                    del self.free[i]
                self.booked[first] = first + people - 1
                return [first, first + people - 1]
        return []

    def cancel(self, seat: int) -> bool:
        for first, last in self.booked.items():
            if first <= seat <= last:
                del self.booked[first]
                # Beside what is free already.
                insort(self.free, [first, last])
                return True
        return False

    def gaps(self) -> List[List[int]]:
        return [list(gap) for gap in self.free]

    def taken(self) -> int:
        return sum(last - first + 1 for first, last in self.booked.items())
