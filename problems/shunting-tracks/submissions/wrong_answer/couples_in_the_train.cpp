class Solution {
public:
    vector<ListNode*> sortWagons(ListNode* train, int tracks) {
        vector<ListNode*> yard(tracks, nullptr);
        for (; train; train = train->next) {
            // Only what follows at once in the train, not what meets on the track.
            if (train->next && train->next->val == train->val) continue;
            ListNode*& track = yard[train->val % tracks];
            track = new ListNode(train->val, track);
        }
        return yard;
    }
};
