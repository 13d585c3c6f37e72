/* Sorts all that was switched: a lamp is on if it is there an odd number of times. */
#include <stdlib.h>

static int compare(const void* a, const void* b) { return *(const int*)a - *(const int*)b; }

int* litLamps(int lamps, int* presses, int pressesSize, int* returnSize) {
    int* all = malloc((3 * pressesSize + 1) * sizeof(int));
    int n = 0, lit = 0;
    for (int i = 0; i < pressesSize; i++) {
        all[n++] = presses[i];
        if (lamps > 1) all[n++] = (presses[i] + 1) % lamps;
        if (lamps > 2) all[n++] = (presses[i] + lamps - 1) % lamps;
    }
    qsort(all, n, sizeof(int), compare);
    for (int i = 0, j; i < n; i = j) {
        int lamp = all[i];
        for (j = i; j < n && all[j] == lamp; j++) {}
        if ((j - i) % 2) all[lit++] = lamp;
    }
    *returnSize = lit;
    return all;
}
