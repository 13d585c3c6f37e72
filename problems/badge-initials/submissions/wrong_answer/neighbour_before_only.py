# Wrong: looks only at the name before in alphabetical order, not at the one after.
class Solution:
    def shorten(self, names: List[str]) -> List[str]:
        shared, before = {}, ""
        for name in sorted(names):
            n = 0
            while n < min(len(name), len(before)) and name[n] == before[n]:
                n += 1
            shared[name], before = n, name
        return [name[: shared[name] + 1] + ("." if shared[name] == len(name) else "") for name in names]
