/* Does not compile: the variable sum is never declared. */
#include <stdio.h>

int main(void) {
    long long a, b;
    if (scanf("%lld %lld", &a, &b) != 2) return 1;
    sum = a + b;
    printf("%lld\n", sum);
    return 0;
}
