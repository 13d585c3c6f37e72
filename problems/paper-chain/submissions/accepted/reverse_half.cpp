class Solution {
public:
    ListNode* foldChain(ListNode* head) {
        ListNode *slow = head, *fast = head;
        while (fast->next && fast->next->next) {
            slow = slow->next;
            fast = fast->next->next;
        }
        // slow is the last link that stays where it is: turn round what follows.
        ListNode* back = nullptr;
        ListNode* node = slow->next;
        slow->next = nullptr;
        while (node) {
            ListNode* next = node->next;
            node->next = back;
            back = node;
            node = next;
        }
        for (ListNode* front = head; back; front = front->next, back = back->next)
            front->val += back->val;
        return head;
    }
};
