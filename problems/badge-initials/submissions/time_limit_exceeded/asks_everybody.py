# Too slow: compares every beginning with every other name.
class Solution:
    def shorten(self, names: List[str]) -> List[str]:
        badges = []
        for name in names:
            for n in range(1, len(name) + 1):
                if sum(other.startswith(name[:n]) for other in names) == 1:
                    badges.append(name[:n])
                    break
            else:
                badges.append(name + ".")
        return badges
