# Too slow: looks through a list of all who are inside, and compares carelessly written names again each time.
class Solution:
    def stillInside(self, passes: List[str]) -> List[str]:
        inside = []
        for entry in passes:
            same = [other for other in inside if other.lower().split() == entry.lower().split()]
            if same:
                inside.remove(same[0])
            else:
                inside.append(entry)
        return [" ".join(name.lower().split()) for name in inside]
