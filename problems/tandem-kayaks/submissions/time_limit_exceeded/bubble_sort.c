/* Too slow: bubble sort, O(n^2). */
#include <stdio.h>

static int w[100000];

int main(void) {
    int n, c;
    if (scanf("%d %d", &n, &c) != 2) return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &w[i]) != 1) return 1;
    for (int end = n - 1; end > 0; end--)
        for (int i = 0; i < end; i++)
            if (w[i] > w[i + 1]) {
                int t = w[i];
                w[i] = w[i + 1];
                w[i + 1] = t;
            }
    int low = 0, kayaks = 0;
    for (int high = n - 1; high >= low; high--) {
        if (w[low] + w[high] <= c) low++;
        kayaks++;
    }
    printf("%d\n", kayaks);
    return 0;
}
