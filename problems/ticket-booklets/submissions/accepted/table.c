/* best[x] = fewest booklets for exactly x tickets, O(k t). */
#include <stdio.h>

static int best[30001];

int main(void) {
    int k, t, s;
    if (scanf("%d %d", &k, &t) != 2) return 1;
    for (int x = 1; x <= t; x++) best[x] = -1;
    while (k-- > 0) {
        if (scanf("%d", &s) != 1) return 1;
        for (int x = s; x <= t; x++)
            if (best[x - s] >= 0 && (best[x] < 0 || best[x - s] + 1 < best[x]))
                best[x] = best[x - s] + 1;
    }
    if (best[t] < 0) puts("impossible");
    else printf("%d\n", best[t]);
    return 0;
}
