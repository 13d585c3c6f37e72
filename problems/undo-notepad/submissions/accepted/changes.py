class UndoNotepad:

    def __init__(self):
        self.text = []
        self.done = []
        self.undone = []

    def write(self, text: str) -> None:
        self.text += text
        self.done.append((True, list(text)))
        self.undone = []

    def erase(self, count: int) -> None:
        left = max(0, len(self.text) - count)
        self.done.append((False, self.text[left:]))
        del self.text[left:]
        self.undone = []

    def undo(self) -> bool:
        return self.step(self.done, self.undone, False)

    def redo(self) -> bool:
        return self.step(self.undone, self.done, True)

    def tail(self, count: int) -> str:
        return "".join(self.text[-count:])

    def step(self, source, target, forwards):
        if not source:
            return False
        written, characters = source.pop()
        target.append((written, characters))
        if written == forwards:
            self.text += characters
        else:
            del self.text[len(self.text) - len(characters):]
        return True
