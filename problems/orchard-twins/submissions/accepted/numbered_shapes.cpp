class Solution {
public:
    vector<vector<int>> groupTwins(vector<TreeNode*>& trees) {
        map<int, vector<int>> groups;
        for (int i = 0; i < (int)trees.size(); i++) groups[number(trees[i])].push_back(i);
        vector<vector<int>> result;
        for (auto& [_, group] : groups) result.push_back(group);
        return result;
    }

private:
    map<array<int, 3>, int> known;

    int number(TreeNode* node) {
        if (!node) return -1;
        int a = number(node->left), b = number(node->right);
        return known.try_emplace({node->val, min(a, b), max(a, b)}, (int)known.size()).first->second;
    }
};
