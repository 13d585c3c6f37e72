/* With a first domino laid one way or the other, the rest has no choice but doubles, which need none. */
#include <stdbool.h>

static bool lay(int** dominoes, int size, int open, int turns) {
    for (int i = 1; i < size; i++) {
        if (dominoes[i][0] == open) {
            open = dominoes[i][1];
        } else if (dominoes[i][1] == open) {
            open = dominoes[i][0];
            turns--;
        } else {
            return false;
        }
    }
    return turns >= 0;
}

bool canLay(int** dominoes, int dominoesSize, int* dominoesColSize, int turns) {
    return lay(dominoes, dominoesSize, dominoes[0][1], turns) || lay(dominoes, dominoesSize, dominoes[0][0], turns - 1);
}
