# The difference of two multisets.
class Solution:
    def leftCoats(self, given: List[int], returned: List[int]) -> List[int]:
        return list((Counter(given) - Counter(returned)).elements())
