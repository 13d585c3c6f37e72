/* qsort, then two pointers. */
#include <stdio.h>
#include <stdlib.h>

static int w[100000];

static int compare(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int main(void) {
    int n, c;
    if (scanf("%d %d", &n, &c) != 2) return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &w[i]) != 1) return 1;
    qsort(w, n, sizeof w[0], compare);
    int low = 0, kayaks = 0;
    for (int high = n - 1; high >= low; high--) {
        if (w[low] + w[high] <= c) low++;
        kayaks++;
    }
    printf("%d\n", kayaks);
    return 0;
}
