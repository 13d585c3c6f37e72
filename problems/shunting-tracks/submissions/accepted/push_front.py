class Solution:
    def sortWagons(self, train: Optional[ListNode], tracks: int) -> List[Optional[ListNode]]:
        yard = [None] * tracks
        while train:
            t = train.val % tracks
            if not yard[t] or yard[t].val != train.val:
                yard[t] = ListNode(train.val, yard[t])
            train = train.next
        return yard
