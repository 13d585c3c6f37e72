// Wrong: lets all slide down first, and then merges pairs from the lower end on.
class Solution {
public:
    int mergeDroplets(vector<int>& droplets) {
        int size = droplets.size();
        for (bool calm = false; !calm;) {
            calm = true;
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i + 1 < size && droplets[i] == droplets[i + 1]) {
                    droplets[kept++] = 2 * droplets[i++];
                    calm = false;
                } else {
                    droplets[kept++] = droplets[i];
                }
            }
            size = kept;
        }
        return size;
    }
};
