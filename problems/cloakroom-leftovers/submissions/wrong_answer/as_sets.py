# Wrong: sets forget that a number may be on several tickets.
class Solution:
    def leftCoats(self, given: List[int], returned: List[int]) -> List[int]:
        return list(set(given) - set(returned))
