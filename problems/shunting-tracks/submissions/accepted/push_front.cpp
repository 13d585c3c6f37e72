class Solution {
public:
    vector<ListNode*> sortWagons(ListNode* train, int tracks) {
        vector<ListNode*> yard(tracks, nullptr);
        while (train) {
            ListNode* wagon = train;
            train = train->next;
            ListNode*& track = yard[wagon->val % tracks];
            if (track && track->val == wagon->val) continue;
            wagon->next = track;
            track = wagon;
        }
        return yard;
    }
};
