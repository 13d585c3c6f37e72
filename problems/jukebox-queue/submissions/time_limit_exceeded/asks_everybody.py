# Too slow: goes around the whole table, also for those who have nothing left, and through the whole list each time.
class Solution:
    def playOrder(self, wishes: List[List[int]]) -> List[int]:
        order = []
        while True:
            before = len(order)
            for songs in wishes:
                left = [song for song in songs if song not in order]
                order += left[:1]
            if len(order) == before:
                return order
