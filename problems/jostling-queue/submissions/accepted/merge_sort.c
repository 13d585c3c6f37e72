/* Merge sort; each one from the right half passes all that are left of the left half. */
#include <stdlib.h>
#include <string.h>

static long long sort(int* h, int* buffer, int n) {
    if (n < 2) return 0;
    int half = n / 2, i = 0, k = 0;
    long long effort = sort(h, buffer, half) + sort(h + half, buffer, n - half), rest = 0;
    for (int x = 0; x < half; x++) rest += h[x];
    for (int j = half; j < n; j++) {
        for (; i < half && h[i] <= h[j]; i++) {
            rest -= h[i];
            buffer[k++] = h[i];
        }
        effort += rest - (long long)(half - i) * h[j];
        buffer[k++] = h[j];
    }
    while (i < half) buffer[k++] = h[i++];
    memcpy(h, buffer, n * sizeof(int));
    return effort;
}

long long leastEffort(int* heights, int heightsSize) {
    int* buffer = malloc(heightsSize * sizeof(int));
    long long effort = sort(heights, buffer, heightsSize);
    free(buffer);
    return effort;
}
