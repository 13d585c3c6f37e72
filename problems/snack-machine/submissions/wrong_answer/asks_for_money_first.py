class SnackMachine:

    def __init__(self, slots: int):
        self.snacks = [("", 0, 0)] * slots
        self.credit = 0
        self.sales = 0

    def fill(self, slot: int, snack: str, price: int, count: int) -> None:
        there, _, left = self.snacks[slot]
        self.snacks[slot] = snack, price, count + (left if there == snack else 0)

    def insert(self, coin: int) -> None:
        self.credit += coin

    def press(self, slot: int) -> str:
        snack, price, left = self.snacks[slot]
        # An empty slot remembers its last price.
        if self.credit < price:
            return "more"
        if not left:
            return "empty"
        self.snacks[slot] = snack, price, left - 1
        self.credit -= price
        self.sales += price
        return snack

    def isEmpty(self, slot: int) -> bool:
        return not self.snacks[slot][2]

    def giveBack(self) -> int:
        back, self.credit = self.credit, 0
        return back

    def earned(self) -> int:
        return self.sales
