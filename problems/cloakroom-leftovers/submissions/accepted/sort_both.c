/* Sorts both and merges them. */
#include <stdlib.h>

static int compare(const void* a, const void* b) {
    int x = *(const int*)a, y = *(const int*)b;
    return (x > y) - (x < y);
}

int* leftCoats(int* given, int givenSize, int* returned, int returnedSize, int* returnSize) {
    qsort(given, givenSize, sizeof(int), compare);
    if (returnedSize > 0) qsort(returned, returnedSize, sizeof(int), compare);
    int* left = malloc(givenSize * sizeof(int));
    int count = 0, j = 0;
    for (int i = 0; i < givenSize; i++) {
        while (j < returnedSize && returned[j] < given[i]) j++;
        if (j < returnedSize && returned[j] == given[i]) j++;
        else left[count++] = given[i];
    }
    *returnSize = count;
    return left;
}
