class Solution {
public:
    TreeNode* overlay(vector<TreeNode*>& sketches) {
        TreeNode* picture = sketches[0];
        for (size_t i = 1; i < sketches.size(); i++) add(picture, sketches[i]);
        return picture;
    }

private:
    void add(TreeNode* onto, TreeNode* sketch) {
        // Each of the two may be an empty sheet.
        onto->val += sketch->val;
        if (!onto->left) onto->left = sketch->left;
        else if (sketch->left) add(onto->left, sketch->left);
        if (!onto->right) onto->right = sketch->right;
        else if (sketch->right) add(onto->right, sketch->right);
    }
};
