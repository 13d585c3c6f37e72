class Solution:
    def mergeLanes(self, lanes: List[Optional[ListNode]]) -> Optional[ListNode]:
        road = tail = ListNode()
        lanes = [lane for lane in lanes if lane]
        while lanes:
            behind = [car.next for car in lanes if car.next]
            for car in lanes:
                tail.next = car
                tail = car
            lanes = behind
        tail.next = None
        return road.next
