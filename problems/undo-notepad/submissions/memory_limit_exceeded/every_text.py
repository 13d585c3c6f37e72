class UndoNotepad:

    def __init__(self):
        self.texts = [""]
        self.now = 0

    def write(self, text: str) -> None:
        self.change(self.texts[self.now] + text)

    def erase(self, count: int) -> None:
        self.change(self.texts[self.now][:-count])

    def undo(self) -> bool:
        self.now -= 1
        if self.now < 0:
            self.now = 0
            return False
        return True

    def redo(self) -> bool:
        if self.now + 1 == len(self.texts):
            return False
        self.now += 1
        return True

    def tail(self, count: int) -> str:
        return self.texts[self.now][-count:]

    def change(self, text):
        self.now += 1
        self.texts[self.now:] = [text]
