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
            if (abs((long long)(*child)->val - node->val) > limit) {
                pieces.push_back(*child);
                *child = nullptr;
            }
        }
    }
};
