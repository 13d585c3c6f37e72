/* Wrong: keeps the sum in 32 bits, so it wraps around. */
#include <stdio.h>

int main(void) {
    long long a, b;
    if (scanf("%lld %lld", &a, &b) != 2) return 1;
    unsigned int sum = (unsigned int)a + (unsigned int)b;
    printf("%d\n", (int)sum);
    return 0;
}
