class Solution {
    public void tilt(char[][] tray, String moves) {
        for (char move : moves.toCharArray()) {
            if (move == 'L' || move == 'R') {
                for (int r = 0; r < tray.length; r++) {
                    roll(tray, r, move == 'L' ? 0 : tray[0].length - 1, 0, move == 'L' ? 1 : -1, tray[0].length);
                }
            } else {
                for (int c = 0; c < tray[0].length; c++) {
                    roll(tray, move == 'U' ? 0 : tray.length - 1, c, move == 'U' ? 1 : -1, 0, tray.length);
                }
            }
        }
    }

    /** Rolls the marbles of a line towards its first square. */
    private void roll(char[][] tray, int r, int c, int down, int right, int length) {
        int freeRow = r, freeColumn = c;
        for (int i = 0; i < length; i++, r += down, c += right) {
            if (tray[r][c] == '#') {
                freeRow = r + down;
                freeColumn = c + right;
            } else if (tray[r][c] == 'o') {
                tray[r][c] = '.';
                tray[freeRow][freeColumn] = 'o';
                freeRow += down;
                freeColumn += right;
            }
        }
    }
}
