class TreeTourist {
    vector<TreeNode*> way;
    set<TreeNode*> been;

public:
    TreeTourist(TreeNode* root) : way{root}, been{root} {}

    bool step(char turn) {
        if (turn == 'U') {
            // Above the root there is nothing.
            way.pop_back();
            return !way.empty();
        }
        TreeNode* child = turn == 'L' ? way.at(way.size() - 1)->left : way.at(way.size() - 1)->right;
        if (!child) return false;
        way.push_back(child);
        been.insert(child);
        return true;
    }

    int here() { return way.at(way.size() - 1)->val; }

    vector<int> path() {
        vector<int> values;
        for (TreeNode* node : way) values.push_back(node->val);
        return values;
    }

    void home() { way.resize(1); }

    int seen() { return been.size(); }
};
