class TreeTourist {
    vector<TreeNode*> way;
    unordered_set<TreeNode*> been;

public:
    TreeTourist(TreeNode* root) : way{root}, been{root} {}

    bool step(char turn) {
        if (turn == 'U') {
            if (way.size() == 1) return false;
            way.pop_back();
            return true;
        }
        TreeNode* child = turn == 'L' ? way.back()->left : way.back()->right;
        if (!child) return false;
        way.push_back(child);
        been.insert(child);
        return true;
    }

    int here() { return way.back()->val; }

    vector<int> path() {
        vector<int> values;
        for (TreeNode* node : way) values.push_back(node->val);
        return values;
    }

    void home() { way.resize(1); }

    int seen() { return been.size(); }
};
