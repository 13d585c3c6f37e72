/* For each house, the next lower house to the left and right by jumping. */
#include <stdio.h>

static long long h[150002];
static int left[150002], right[150002];

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 1; i <= n; i++)
        if (scanf("%lld", &h[i]) != 1) return 1;
    h[0] = h[n + 1] = -1;
    for (int i = 1; i <= n; i++) {
        left[i] = i - 1;
        while (h[left[i]] >= h[i]) left[i] = left[left[i]];
    }
    long long best = 0;
    for (int i = n; i >= 1; i--) {
        right[i] = i + 1;
        while (h[right[i]] >= h[i]) right[i] = right[right[i]];
        long long area = h[i] * (right[i] - left[i] - 1);
        if (area > best) best = area;
    }
    printf("%lld\n", best);
    return 0;
}
