/* From the top of each column: crates gather until something holds them. */
void settle(char** shaft, int shaftSize, int* shaftColSize) {
    for (int j = 0; j < shaftColSize[0]; j++) {
        int crates = 0;
        for (int i = 0; i <= shaftSize; i++) {
            if (i == shaftSize || (shaft[i][j] == '#' && crates < 3)) {
                for (int k = i - 1; crates > 0; k--, crates--) shaft[k][j] = 'o';
            } else {
                crates += shaft[i][j] == 'o';
                shaft[i][j] = '.';
            }
        }
    }
}
