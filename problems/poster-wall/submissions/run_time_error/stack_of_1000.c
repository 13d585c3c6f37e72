/* Crashes: the stack has room for 1000 houses and an assertion says so. */
#include <assert.h>
#include <stdio.h>

static long long h[150001];
static int stack[1000];

int main(void) {
    int n, size = 0;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%lld", &h[i]) != 1) return 1;
    h[n] = -1;
    long long best = 0;
    for (int i = 0; i <= n; i++) {
        while (size > 0 && h[stack[size - 1]] >= h[i]) {
            long long height = h[stack[--size]];
            long long area = height * (size > 0 ? i - stack[size - 1] - 1 : i);
            if (area > best) best = area;
        }
        assert(size < 1000);
        stack[size++] = i;
    }
    printf("%lld\n", best);
    return 0;
}
