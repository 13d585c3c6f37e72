class SnackMachine:

    def __init__(self, slots: int):
        self.snacks = [""] * slots
        self.prices = [0] * slots
        self.counts = [0] * slots
        self.credit = 0
        self.sales = 0

    def fill(self, slot: int, snack: str, price: int, count: int) -> None:
        if self.snacks[slot] != snack:
            self.snacks[slot] = snack
            self.counts[slot] = 0
        self.prices[slot] = price
        self.counts[slot] += count

    def insert(self, coin: int) -> None:
        self.credit += coin

    def press(self, slot: int) -> str:
        if self.isEmpty(slot):
            return "empty"
        if self.credit < self.prices[slot]:
            return "more"
        self.counts[slot] -= 1
        self.credit -= self.prices[slot]
        self.sales += self.prices[slot]
        return self.snacks[slot]

    def isEmpty(self, slot: int) -> bool:
        return self.counts[slot] == 0

    def giveBack(self) -> int:
        back, self.credit = self.credit, 0
        return back

    def earned(self) -> int:
        return self.sales
