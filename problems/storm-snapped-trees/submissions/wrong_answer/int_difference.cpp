class Solution {
public:
    vector<TreeNode*> snap(TreeNode* root, int limit) {
        vector<TreeNode*> pieces{root};
        visit(root, limit, pieces);
        return pieces;
    }

private:
    void visit(TreeNode* node, int limit, vector<TreeNode*>& pieces) {
        for (TreeNode** child : {&node->left, &node->right}) {
            if (!*child) continue;
            visit(*child, limit, pieces);
            // Compared by addition, which does not fit: 10^9 + 2 * 10^9.
            int low = (int)((unsigned)node->val - (unsigned)limit), high = (int)((unsigned)node->val + (unsigned)limit);
            if ((*child)->val < low || (*child)->val > high) {
                pieces.push_back(*child);
                *child = nullptr;
            }
        }
    }
};
