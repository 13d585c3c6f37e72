/* Follows the beam from each place at the edge. */
#include <string.h>

static int shine(char** hall, int rows, int columns, int i, int j, int di, int dj) {
    static char lit[40][40];
    int count = 0;
    memset(lit, 0, sizeof lit);
    while (i >= 0 && i < rows && j >= 0 && j < columns && hall[i][j] != '#') {
        count += !lit[i][j];
        lit[i][j] = 1;
        int sign = hall[i][j] == '/' ? -1 : 1, before = di;
        if (hall[i][j] != '.') {
            di = sign * dj;
            dj = sign * before;
        }
        i += di;
        j += dj;
    }
    return count;
}

int brightest(char** hall, int hallSize, int* hallColSize) {
    int rows = hallSize, columns = hallColSize[0], best = 0;
    for (int k = 0; k < 2 * (rows + columns); k++) {
        int count = k < rows ? shine(hall, rows, columns, k, 0, 0, 1)
            : k < 2 * rows ? shine(hall, rows, columns, k - rows, columns - 1, 0, -1)
            : k < 2 * rows + columns ? shine(hall, rows, columns, 0, k - 2 * rows, 1, 0)
            : shine(hall, rows, columns, rows - 1, k - 2 * rows - columns, -1, 0);
        if (count > best) best = count;
    }
    return best;
}
