/* Crashes: aborts when a factorial beyond its table of 1000 is needed. */
#include <stdio.h>
#include <stdlib.h>

static const long long P = 998244353;
static long long fact[1000], inverse[1000], first[1001];
static int slabs[1001][2];

static long long get(const long long *table, int x) {
    if (x >= 1000) abort();
    return table[x];
}

static long long ways(int down, int right) {
    return get(fact, down + right) * get(inverse, down) % P * get(inverse, right) % P;
}

static int compare(const void *x, const void *y) {
    const int *a = x, *b = y;
    return a[0] + a[1] - b[0] - b[1];
}

int main(void) {
    fact[0] = inverse[0] = inverse[1] = 1;
    for (int x = 2; x < 1000; x++) inverse[x] = (P - P / x) * inverse[P % x] % P;
    for (int x = 1; x < 1000; x++) {
        fact[x] = fact[x - 1] * x % P;
        inverse[x] = inverse[x] * inverse[x - 1] % P;
    }
    int r, c, k;
    if (scanf("%d %d %d", &r, &c, &k) != 3) return 1;
    for (int n = 0; n < k; n++)
        if (scanf("%d %d", &slabs[n][0], &slabs[n][1]) != 2) return 1;
    slabs[k][0] = r;
    slabs[k][1] = c;
    qsort(slabs, k + 1, sizeof slabs[0], compare);
    for (int n = 0; n <= k; n++) {
        long long total = ways(slabs[n][0] - 1, slabs[n][1] - 1);
        for (int m = 0; m < n; m++) {
            int down = slabs[n][0] - slabs[m][0], right = slabs[n][1] - slabs[m][1];
            if (down >= 0 && right >= 0) total = (total + (P - first[m]) * ways(down, right)) % P;
        }
        first[n] = total;
    }
    printf("%lld\n", first[k]);
    return 0;
}
