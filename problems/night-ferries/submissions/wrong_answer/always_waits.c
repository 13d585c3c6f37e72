/* Wrong: misses a ferry that leaves at the very minute of the arrival. */
#include <stdio.h>

static int a[30000], b[30000], d[30000], p[30000];
static long long best[20001];

static int improve(int from, int to, int i) {
    if (best[from] < 0) return 0;
    long long start = best[from] == 0 ? 0 : best[from] + p[i] - best[from] % p[i];
    if (best[to] >= 0 && best[to] <= start + d[i]) return 0;
    best[to] = start + d[i];
    return 1;
}

int main(void) {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    for (int i = 0; i < m; i++)
        if (scanf("%d %d %d %d", &a[i], &b[i], &d[i], &p[i]) != 4) return 1;
    for (int i = 2; i <= n; i++) best[i] = -1;
    for (int changed = 1; changed;) {
        changed = 0;
        for (int i = 0; i < m; i++) changed |= improve(a[i], b[i], i) | improve(b[i], a[i], i);
    }
    if (best[n] < 0) puts("stranded");
    else printf("%lld\n", best[n]);
    return 0;
}
