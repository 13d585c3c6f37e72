/* Sorts pointers into the array; in alphabetical order only the neighbours matter. */
#include <stdlib.h>
#include <string.h>

static int compare(const void* a, const void* b) { return strcmp(**(char*** const*)a, **(char*** const*)b); }

static int common(const char* a, const char* b) {
    int n = 0;
    while (a[n] && a[n] == b[n]) n++;
    return n;
}

char** shorten(char** names, int namesSize, int* returnSize) {
    char*** order = malloc(namesSize * sizeof(char**));
    char** badges = malloc(namesSize * sizeof(char*));
    for (int i = 0; i < namesSize; i++) order[i] = names + i;
    qsort(order, namesSize, sizeof(char**), compare);
    for (int i = 0; i < namesSize; i++) {
        char* name = *order[i];
        int before = i > 0 ? common(name, *order[i - 1]) : 0;
        int after = i + 1 < namesSize ? common(name, *order[i + 1]) : 0;
        int shared = before > after ? before : after, length = strlen(name);
        char* badge = malloc(length + 2);
        strcpy(badge, name);
        if (shared == length) strcat(badge, ".");
        else badge[shared + 1] = 0;
        badges[order[i] - names] = badge;
    }
    free(order);
    *returnSize = namesSize;
    return badges;
}
