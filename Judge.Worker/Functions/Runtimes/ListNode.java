/** A list, given to the user unless he has a ListNode of his own. */
class ListNode {
    int val;
    ListNode next;

    ListNode() { }

    ListNode(int val) { this.val = val; }

    ListNode(int val, ListNode next) {
        this.val = val;
        this.next = next;
    }
}
