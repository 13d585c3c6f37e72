import java.util.ArrayDeque;

class Solution {
    public ListNode mergeLanes(ListNode[] lanes) {
        ArrayDeque<ListNode> waiting = new ArrayDeque<>();
        for (ListNode lane : lanes) {
            if (lane != null) {
                waiting.add(lane);
            }
        }
        ListNode road = new ListNode(), tail = road;
        while (!waiting.isEmpty()) {
            ListNode car = waiting.poll();
            if (car.next != null) {
                waiting.add(car.next);
            }
            tail.next = new ListNode(car.val);
            tail = tail.next;
        }
        return road.next;
    }
}
