class Solution {
public:
    int totalWay(TreeNode* root) {
        everybody = count(root);
        total = 0;
        count(root);
        return (int)total;
    }

private:
    unsigned everybody = 0, total = 0;

    unsigned count(TreeNode* node) {
        if (!node) return 0;
        unsigned above = node->val + count(node->left) + count(node->right);
        total += above * (everybody - above);
        return above;
    }
};
