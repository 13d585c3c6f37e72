class Solution:
    def foldChain(self, head: Optional[ListNode]) -> Optional[ListNode]:
        values = []
        while head:
            values.append(head.val)
            head = head.next
        folded = ListNode()
        tail = folded
        i, j = 0, len(values) - 1
        while i <= j:
            tail.next = ListNode(values[i] + values[j] if i < j else values[i])
            tail = tail.next
            i, j = i + 1, j - 1
        return folded.next
