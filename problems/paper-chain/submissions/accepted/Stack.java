import java.util.ArrayDeque;
import java.util.Deque;

class Solution {
    public ListNode foldChain(ListNode head) {
        Deque<ListNode> links = new ArrayDeque<>();
        for (ListNode node = head; node != null; node = node.next) {
            links.push(node);
        }
        int pairs = links.size() / 2;
        boolean alone = links.size() % 2 == 1;
        ListNode node = head;
        for (int i = 0; i < pairs; i++) {
            node.val += links.pop().val;
            if (i == pairs - 1 && !alone) {
                break;
            }
            node = node.next;
        }
        node.next = null;
        return head;
    }
}
