class RowOfSeats:

    def __init__(self, seats: int):
        self.seats = seats
        self.bookings = []
        self.sum = 0

    def reserve(self, people: int) -> List[int]:
        free = 1
        for i, (first, last) in enumerate(self.bookings + [(self.seats + 1, 0)]):
            if first - free >= people:
                self.bookings.insert(i, (free, free + people - 1))
                self.sum += people
                return [free, free + people - 1]
            free = last + 1
        return []

    def cancel(self, seat: int) -> bool:
        i = bisect_right(self.bookings, (seat, inf)) - 1
        if i < 0 or self.bookings[i][1] < seat:
            return False
        first, last = self.bookings.pop(i)
        self.sum -= last - first + 1
        return True

    def gaps(self) -> List[List[int]]:
        found, free = [], 1
        for first, last in self.bookings + [(self.seats + 1, 0)]:
            if first > free:
                found.append([free, first - 1])
            free = last + 1
        return found

    def taken(self) -> int:
        return self.sum
