class Solution {
public:
    TreeNode* prune(TreeNode* root) {
        return sum(root) < 0 ? nullptr : root;
    }

private:
    int sum(TreeNode* node) {
        if (!node) return 0;
        int left = sum(node->left), right = sum(node->right);
        if (left < 0) node->left = nullptr, left = 0;
        if (right < 0) node->right = nullptr, right = 0;
        return node->val + left + right;
    }
};
