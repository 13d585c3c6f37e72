class Solution {
public:
    ListNode* foldChain(ListNode* head) {
        vector<ListNode*> links;
        for (ListNode* node = head; node; node = node->next) links.push_back(node);
        int pairs = links.size() / 2;
        for (int i = 0; i < pairs; i++) links[i]->val += links[links.size() - 1 - i]->val;
        // A chain of one link has no pair, and there is no place -1.
        links.at((links.size() % 2 ? pairs + 1 : pairs) - 1)->next = nullptr;
        return links.at(pairs - 1)->next ? head : links.front();
    }
};
