class Solution {
    public ListNode[] sortWagons(ListNode train, int tracks) {
        ListNode[] yard = new ListNode[tracks];
        for (; train != null; train = train.next) {
            int track = train.val % tracks;
            if (yard[track] == null || yard[track].val != train.val) {
                yard[track] = new ListNode(train.val, yard[track]);
            }
        }
        return yard;
    }
}
