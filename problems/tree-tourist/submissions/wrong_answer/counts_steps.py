class TreeTourist:

    def __init__(self, root: Optional[TreeNode]):
        self.way = [root]
        self.steps = 1

    def step(self, way: str) -> bool:
        if way == "U":
            if len(self.way) == 1:
                return False
            self.way.pop()
            return True
        child = self.way[-1].left if way == "L" else self.way[-1].right
        if child is None:
            return False
        self.way.append(child)
        # A node that is visited twice is counted twice.
        self.steps += 1
        return True

    def here(self) -> int:
        return self.way[-1].val

    def path(self) -> List[int]:
        return [node.val for node in self.way]

    def home(self) -> None:
        del self.way[1:]

    def seen(self) -> int:
        return self.steps
