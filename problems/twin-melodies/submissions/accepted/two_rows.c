/* Dynamic programming with two rows of 16-bit numbers. */
#include <stdio.h>
#include <string.h>

static char a[8002], b[8002];
static unsigned short rows[2][8002];

int main(void) {
    if (scanf("%8001s %8001s", a, b) != 2) return 1;
    int n = (int)strlen(a), m = (int)strlen(b);
    for (int i = 0; i < n; i++) {
        unsigned short *above = rows[i & 1], *row = rows[(i + 1) & 1];
        unsigned short left = 0;
        for (int j = 0; j < m; j++) {
            unsigned short x = above[j] + (a[i] == b[j]);
            unsigned short y = above[j + 1] > left ? above[j + 1] : left;
            left = x > y ? x : y;
            row[j + 1] = left;
        }
    }
    printf("%d\n", rows[n & 1][m]);
    return 0;
}
