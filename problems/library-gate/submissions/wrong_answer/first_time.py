# Wrong: sorts by the first time a reader came in, not by the last.
class Solution:
    def stillInside(self, passes: List[str]) -> List[str]:
        times = Counter(" ".join(entry.lower().split()) for entry in passes)
        return [name for name, n in times.items() if n % 2]
