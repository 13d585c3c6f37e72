class Solution:
    def foldChain(self, head: Optional[ListNode]) -> Optional[ListNode]:
        values = []
        while head:
            values.append(head.val)
            head = head.next
        folded = None
        for i in reversed(range((len(values) + 1) // 2)):
            folded = ListNode(values[i] + values[-1 - i], folded)
        return folded
