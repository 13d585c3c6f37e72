// Crashes: looks at index -1 when all has merged into one droplet.
class Solution {
    public int mergeDroplets(int[] droplets) {
        int top = 0;
        for (int x : droplets) {
            if (top > 0) {
                while (droplets[top - 1] == x) {
                    top--;
                    x *= 2;
                }
            }
            droplets[top++] = x;
        }
        return top;
    }
}
