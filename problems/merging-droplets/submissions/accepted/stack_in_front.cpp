// The front of the array is the stack.
class Solution {
public:
    int mergeDroplets(vector<int>& droplets) {
        int top = 0;
        for (int x : droplets) {
            for (; top > 0 && droplets[top - 1] == x; top--) x *= 2;
            droplets[top++] = x;
        }
        return top;
    }
};
