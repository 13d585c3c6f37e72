typedef struct {
    struct TreeNode* way[128];
    int depth;
    struct TreeNode* been[3001];
    int count;
} TreeTourist;

TreeTourist* treeTouristCreate(struct TreeNode* root) {
    TreeTourist* tourist = calloc(1, sizeof(TreeTourist));
    tourist->way[0] = tourist->been[0] = root;
    tourist->count = 1;
    return tourist;
}

bool treeTouristStep(TreeTourist* obj, char way) {
    if (way == 'U') {
        if (obj->depth == 0) return false;
        obj->depth--;
        return true;
    }
    struct TreeNode* node = obj->way[obj->depth];
    struct TreeNode* child = way == 'L' ? node->left : node->right;
    if (!child) return false;
    obj->way[++obj->depth] = child;
    for (int i = 0; i < obj->count; i++)
        if (obj->been[i] == child) return true;
    obj->been[obj->count++] = child;
    return true;
}

int treeTouristHere(TreeTourist* obj) {
    return obj->way[obj->depth]->val;
}

int* treeTouristPath(TreeTourist* obj, int* returnSize) {
    *returnSize = obj->depth + 1;
    int* values = malloc(sizeof(int) * *returnSize);
    for (int i = 0; i < *returnSize; i++) values[i] = obj->way[i]->val;
    return values;
}

void treeTouristHome(TreeTourist* obj) {
    obj->depth = 0;
}

int treeTouristSeen(TreeTourist* obj) {
    return obj->count;
}

void treeTouristFree(TreeTourist* obj) {
    free(obj);
}
