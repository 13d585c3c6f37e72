// One index reads, the other one writes; the differences need 64 bits.
class Solution {
    public int compactLog(int[] readings, int change) {
        int kept = 1;
        for (int x : readings)
            if (Math.abs((long) x - readings[kept - 1]) >= change) readings[kept++] = x;
        return kept;
    }
}
