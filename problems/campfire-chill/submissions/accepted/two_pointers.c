/* Both sorted; the nearest fire never moves back. */
#include <math.h>
#include <stdlib.h>

static int compare(const void* a, const void* b) {
    double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

double coldest(double* fires, int firesSize, double* tents, int tentsSize) {
    qsort(fires, firesSize, sizeof(double), compare);
    qsort(tents, tentsSize, sizeof(double), compare);
    double worst = 0;
    for (int i = 0, t = 0; t < tentsSize; t++) {
        while (i + 1 < firesSize && fabs(fires[i + 1] - tents[t]) <= fabs(fires[i] - tents[t])) i++;
        if (fabs(fires[i] - tents[t]) > worst) worst = fabs(fires[i] - tents[t]);
    }
    return worst;
}
