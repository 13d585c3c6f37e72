class Solution {
public:
    long long totalWay(TreeNode* root) {
        everybody = count(root);
        total = 0;
        count(root);
        return total;
    }

private:
    long long everybody = 0, total = 0;

    long long count(TreeNode* node) {
        if (!node) return 0;
        long long above = node->val + count(node->left) + count(node->right);
        total += above * (everybody - above);
        return above;
    }
};
