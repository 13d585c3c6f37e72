/* Wrong: the joy is kept in 32 bits. */
#include <stdio.h>

static int moods[50001];

int main(void) {
    int n, q;
    if (scanf("%d %d", &n, &q) != 2) return 1;
    for (int i = 1; i <= n; i++)
        if (scanf("%d", &moods[i]) != 1) return 1;
    while (q-- > 0) {
        char kind;
        int a, b;
        if (scanf(" %c %d %d", &kind, &a, &b) != 3) return 1;
        if (kind == '=') {
            moods[a] = b;
            continue;
        }
        int run = moods[a], best = moods[a];
        for (int i = a + 1; i <= b; i++) {
            run = (int)((unsigned)(run > 0 ? run : 0) + (unsigned)moods[i]);
            if (run > best) best = run;
        }
        printf("%d\n", best);
    }
    return 0;
}
