# A dict keeps the order in which keys came.
class Solution:
    def stillInside(self, passes: List[str]) -> List[str]:
        inside = {}
        for entry in passes:
            name = " ".join(entry.lower().split())
            if not inside.pop(name, False):
                inside[name] = True
        return list(inside)
