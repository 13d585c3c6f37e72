class Solution {
public:
    TreeNode* overlay(vector<TreeNode*>& sketches) {
        TreeNode* picture = nullptr;
        for (TreeNode* sketch : sketches) picture = add(picture, sketch);
        return picture;
    }

private:
    TreeNode* add(TreeNode* onto, TreeNode* sketch) {
        if (!onto || !sketch) return onto ? onto : sketch;
        onto->val += sketch->val;
        onto->left = add(onto->left, sketch->left);
        onto->right = add(onto->right, sketch->right);
        return onto;
    }
};
