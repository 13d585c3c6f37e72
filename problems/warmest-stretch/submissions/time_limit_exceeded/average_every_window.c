/* Too slow: a floating-point mean of every window from scratch, O(n k). */
#include <stdio.h>

static double t[100000];

static double mean(const double *from, int k) {
    double m = 0;
    for (int i = 0; i < k; i++) m += (from[i] - m) / (i + 1);
    return m;
}

int main(void) {
    int n, k;
    if (scanf("%d %d", &n, &k) != 2) return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%lf", &t[i]) != 1) return 1;
    double best = mean(t, k);
    for (int i = 1; i + k <= n; i++) {
        double m = mean(t + i, k);
        if (m > best) best = m;
    }
    printf("%.9f\n", best);
    return 0;
}
