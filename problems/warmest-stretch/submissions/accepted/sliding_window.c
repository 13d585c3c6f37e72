/* Slides a window of k days and keeps its sum. */
#include <stdio.h>

static int t[100000];

int main(void) {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    long long sum = 0, best = 0;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &t[i]) != 1) return 1;
        sum += t[i];
        if (i >= k) sum -= t[i - k];
        if (i == k - 1 || (i >= k && sum > best)) best = sum;
    }
    printf("%.9f\n", (double)best / k);
    return 0;
}
