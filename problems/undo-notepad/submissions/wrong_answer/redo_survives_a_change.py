class UndoNotepad:

    def __init__(self):
        self.text = ""
        self.done = []
        self.undone = []

    def write(self, text: str) -> None:
        self.done.append(("", text))
        self.text += text

    def erase(self, count: int) -> None:
        self.done.append((self.text[-count:], ""))
        self.text = self.text[:-count]

    def undo(self) -> bool:
        if not self.done:
            return False
        gone, came = self.done.pop()
        self.undone.append((gone, came))
        self.text = self.text[: len(self.text) - len(came)] + gone
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        gone, came = self.undone.pop()
        self.done.append((gone, came))
        self.text = self.text[: len(self.text) - len(gone)] + came
        return True

    def tail(self, count: int) -> str:
        return self.text[-count:]
