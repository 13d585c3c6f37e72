// With a second array after all.
import java.util.*;

class Solution {
    public int mergeDroplets(int[] droplets) {
        Deque<Integer> wire = new ArrayDeque<>();
        for (int x : droplets) {
            while (!wire.isEmpty() && wire.peekLast() == x) x += wire.pollLast();
            wire.addLast(x);
        }
        int size = 0;
        for (int x : wire) droplets[size++] = x;
        return size;
    }
}
