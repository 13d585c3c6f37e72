// Turns each cycle of the permutation by as many places as there are shuffles.
class Solution {
    public void riffle(int[] deck, int times) {
        int n = deck.length;
        int[] before = deck.clone();
        int[] cycle = new int[n];
        boolean[] seen = new boolean[n];
        for (int start = 0; start < n; start++) {
            if (seen[start]) continue;
            int length = 0;
            for (int i = start; !seen[i]; i = (2 * i + 1) % (n + 1)) {
                seen[i] = true;
                cycle[length++] = i;
            }
            for (int k = 0; k < length; k++) deck[cycle[(k + times % length) % length]] = before[cycle[k]];
        }
    }
}
