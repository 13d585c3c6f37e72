public class Solution
{
    public ListNode[] SortWagons(ListNode train, int tracks)
    {
        var yard = new ListNode[tracks];
        for (; train != null; train = train.next)
        {
            var track = train.val % tracks;
            if (yard[track] == null || yard[track].val != train.val) yard[track] = new ListNode(train.val, yard[track]);
        }
        return yard;
    }
}
