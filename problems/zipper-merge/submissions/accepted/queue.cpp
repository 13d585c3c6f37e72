class Solution {
public:
    ListNode* mergeLanes(vector<ListNode*>& lanes) {
        queue<ListNode*> waiting;
        for (ListNode* lane : lanes)
            if (lane) waiting.push(lane);
        ListNode road;
        ListNode* tail = &road;
        while (!waiting.empty()) {
            ListNode* car = waiting.front();
            waiting.pop();
            if (car->next) waiting.push(car->next);
            tail->next = car;
            tail = car;
        }
        tail->next = nullptr;
        return road.next;
    }
};
