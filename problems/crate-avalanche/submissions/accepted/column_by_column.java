// From the top of each column: crates gather until something holds them.
class Solution {
    public void settle(char[][] shaft) {
        for (int j = 0; j < shaft[0].length; j++) {
            int crates = 0;
            for (int i = 0; i <= shaft.length; i++) {
                if (i == shaft.length || shaft[i][j] == '#' && crates < 3) {
                    for (int k = i - crates; k < i; k++) shaft[k][j] = 'o';
                    crates = 0;
                } else {
                    if (shaft[i][j] == 'o') crates++;
                    shaft[i][j] = '.';
                }
            }
        }
    }
}
