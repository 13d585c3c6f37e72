class TreeTourist:

    def __init__(self, root: Optional[TreeNode]):
        self.way = [root]
        self.been = {root}

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
        self.been.add(child)
        return True

    def here(self) -> int:
        return self.way[-1].val

    def path(self) -> List[int]:
        return [node.val for node in self.way]

    def home(self) -> None:
        del self.way[1:]

    def seen(self) -> int:
        return len(self.been)
