/* Too slow: the meeting time of every pair, O(n^2). */
#include <stdio.h>

static double x[80000], v[80000];

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%lf %lf", &x[i], &v[i]) != 2) return 1;
    double best = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double t = (x[i] - x[j]) / (v[i] + v[j]);
            if (t > best) best = t;
        }
    printf("%.12g\n", best);
    return 0;
}
