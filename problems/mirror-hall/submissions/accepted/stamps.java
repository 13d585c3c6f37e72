// Marks the squares with the number of the beam instead of clearing them.
class Solution {
    private char[][] hall;
    private int[][] stamp;
    private int beams = 0, best = 0;

    public int brightest(char[][] hall) {
        this.hall = hall;
        int rows = hall.length, columns = hall[0].length;
        stamp = new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            shine(i, 0, 0, 1);
            shine(i, columns - 1, 0, -1);
        }
        for (int j = 0; j < columns; j++) {
            shine(0, j, 1, 0);
            shine(rows - 1, j, -1, 0);
        }
        return best;
    }

    private void shine(int i, int j, int di, int dj) {
        int lit = 0;
        beams++;
        while (i >= 0 && i < hall.length && j >= 0 && j < hall[0].length && hall[i][j] != '#') {
            if (stamp[i][j] != beams) lit++;
            stamp[i][j] = beams;
            int before = di;
            switch (hall[i][j]) {
                case '/':
                    di = -dj;
                    dj = -before;
                    break;
                case '\\':
                    di = dj;
                    dj = before;
                    break;
                default:
            }
            i += di;
            j += dj;
        }
        best = Math.max(best, lit);
    }
}
