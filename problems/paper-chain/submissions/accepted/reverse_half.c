struct ListNode* foldChain(struct ListNode* head) {
    int count = 0;
    for (struct ListNode* node = head; node; node = node->next) count++;
    struct ListNode* last = head;
    for (int i = 1; i < (count + 1) / 2; i++) last = last->next;
    struct ListNode *back = NULL, *node = last->next;
    last->next = NULL;
    while (node) {
        struct ListNode* next = node->next;
        node->next = back;
        back = node;
        node = next;
    }
    for (struct ListNode* front = head; back; front = front->next, back = back->next) front->val += back->val;
    return head;
}
