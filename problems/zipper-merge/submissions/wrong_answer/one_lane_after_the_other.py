class Solution:
    def mergeLanes(self, lanes: List[Optional[ListNode]]) -> Optional[ListNode]:
        # Weaves the lanes into the road by twos; the third lane then goes every other time.
        road = None
        for lane in lanes:
            merged = tail = ListNode()
            one, two = road, lane
            while one and two:
                tail.next, one = one, one.next
                tail = tail.next
                tail.next, two = two, two.next
                tail = tail.next
            tail.next = one or two
            road = merged.next
        return road
