class Solution:
    def mergeLanes(self, lanes: List[Optional[ListNode]]) -> Optional[ListNode]:
        road = tail = ListNode()
        while any(lanes):
            for i, car in enumerate(lanes):
                if car:
                    tail.next = car
                    tail = car
                    lanes[i] = car.next
        return road.next
