/* From left to right: below the bound already (by the rest of the sum), or still equal to it. */
#include <stdio.h>
#include <string.h>

static long long of_length(const char* most, int towers) {
    long long free[20] = {0};
    int tight = 0;
    for (int i = 0; i < towers; i++) {
        long long after[20] = {0};
        for (int rest = 0; rest < towers; rest++)
            for (int d = 0; d < 10; d++) after[(rest + d) % towers] += free[rest];
        for (int d = i == 0; d < most[i] - '0'; d++) after[(tight + d) % towers]++;
        tight += most[i] - '0';
        memcpy(free, after, sizeof free);
    }
    return free[0] + (tight % towers == 0);
}

static long long up_to(long long n) {
    char most[24];
    if (n == 0) return 0;
    int length = sprintf(most, "%lld", n);
    long long count = of_length(most, length);
    for (int towers = 1; towers < length; towers++) count += of_length("99999999999999999999", towers);
    return count;
}

long long countLevel(long long low, long long high) { return up_to(high) - up_to(low - 1); }
