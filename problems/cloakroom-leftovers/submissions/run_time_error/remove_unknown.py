# Crashes: list.remove raises ValueError for a ticket of another theatre.
class Solution:
    def leftCoats(self, given: List[int], returned: List[int]) -> List[int]:
        for ticket in returned:
            given.remove(ticket)
        return given
