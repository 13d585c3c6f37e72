// Too much output: prints the sum in a loop that never ends.
#include <cstdio>

int main() {
    long long a, b;
    if (scanf("%lld %lld", &a, &b) != 2) return 1;
    for (;;) printf("%lld\n", a + b);
}
