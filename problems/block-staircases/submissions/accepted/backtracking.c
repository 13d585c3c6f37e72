/* Column by column, each higher than the one before; no more than 8 columns fit. */
#include <stdlib.h>
#include <string.h>

static int columns[64], limit, count;
static int** found;
static int* sizes;

static void build(int left, int least, int n) {
    if (left == 0) {
        found[count] = malloc(n * sizeof(int));
        memcpy(found[count], columns, n * sizeof(int));
        sizes[count++] = n;
    }
    for (int height = least; height <= left && height <= limit; height++) {
        columns[n] = height;
        build(left - height, height + 1, n + 1);
    }
}

int** staircases(int blocks, int highest, int* returnSize, int** returnColumnSizes) {
    limit = highest;
    count = 0;
    found = malloc(2000 * sizeof(int*));
    sizes = malloc(2000 * sizeof(int));
    build(blocks, 1, 0);
    *returnSize = count;
    *returnColumnSizes = sizes;
    return found;
}
