static long long visit(struct TreeNode* node, long long everybody, long long* total) {
    if (!node) return 0;
    long long above = node->val + visit(node->left, everybody, total) + visit(node->right, everybody, total);
    *total += above * (everybody - above);
    return above;
}

long long totalWay(struct TreeNode* root) {
    long long total = 0;
    long long everybody = visit(root, 0, &total);
    total = 0;
    visit(root, everybody, &total);
    return total;
}
