// Wrong: turns as many as it likes.
class Solution {
    public boolean canLay(int[][] dominoes, int turns) {
        boolean kept = true, turned = true;
        for (int i = 1; i < dominoes.length; i++) {
            int a = dominoes[i - 1][0], b = dominoes[i - 1][1], c = dominoes[i][0], d = dominoes[i][1];
            boolean next = kept && b == c || turned && a == c;
            turned = kept && b == d || turned && a == d;
            kept = next;
        }
        return kept || turned;
    }
}
