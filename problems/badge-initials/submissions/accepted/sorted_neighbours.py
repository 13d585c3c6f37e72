# In alphabetical order only the neighbours matter.
class Solution:
    def shorten(self, names: List[str]) -> List[str]:
        order = sorted(names)
        shared = dict.fromkeys(names, 0)
        for a, b in pairwise(order):
            n = 0
            for x, y in zip(a, b):
                if x != y:
                    break
                n += 1
            shared[a] = max(shared[a], n)
            shared[b] = n
        return [name[: shared[name] + 1] + ("." if shared[name] == len(name) else "") for name in names]
