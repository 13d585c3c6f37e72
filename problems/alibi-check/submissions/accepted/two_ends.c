/* By their beginnings; keeps the two latest ends. */
#include <stdbool.h>
#include <stdlib.h>

static int compare(const void* a, const void* b) { return (*(int* const*)a)[0] - (*(int* const*)b)[0]; }

bool hasAlibi(int** sightings, int sightingsSize, int* sightingsColSize, int opening, int closing) {
    if (sightingsSize > 0) qsort(sightings, sightingsSize, sizeof(int*), compare);
    int latest = opening, second = opening;
    for (int i = 0; i < sightingsSize && second < closing && sightings[i][0] <= second; i++) {
        int end = sightings[i][1];
        if (end > latest) {
            second = latest;
            latest = end;
        } else if (end > second) {
            second = end;
        }
    }
    return second >= closing;
}
