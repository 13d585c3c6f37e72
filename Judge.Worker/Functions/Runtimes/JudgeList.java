import java.io.IOException;

/** Lists as arrays of their values. */
final class JudgeList {
    static ListNode read(JudgeRuntime judge) throws IOException {
        if (judge.nothing()) return null;
        ListNode before = new ListNode(), last = before;
        for (judge.begin(); judge.more(); last = last.next) last.next = new ListNode(judge.readInt());
        return before.next;
    }

    static void write(JudgeRuntime judge, ListNode list) {
        ListNode slow = list;
        int steps = 0;
        judge.put('[');
        for (ListNode node = list; node != null; node = node.next) {
            if (node != list) judge.put(',');
            judge.write((long) node.val);
            if (++steps % 2 == 0) slow = slow.next;
            if (slow == node.next && slow != null) throw new JudgeRuntime.Refusal("a list with a cycle");
        }
        judge.put(']');
    }
}
