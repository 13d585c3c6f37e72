class Solution:
    def sortWagons(self, train: Optional[ListNode], tracks: int) -> List[Optional[ListNode]]:
        yard = [ListNode() for _ in range(tracks)]
        last = list(yard)
        while train:
            t = train.val % tracks
            if last[t].val != train.val:
                last[t].next = ListNode(train.val)
                last[t] = last[t].next
            train = train.next
        return [track.next for track in yard]
