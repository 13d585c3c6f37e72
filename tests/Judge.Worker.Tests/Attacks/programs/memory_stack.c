// attack: recursion without end; the stack's own limit may be what is met first
// judge: memoryLimitExceeded runtimeError
#include "attack.h"
__attribute__((noinline)) static int deeper(volatile char *above)
{
    volatile char frame[4096];
    memset((char *)frame, above[0] + 1, sizeof frame);
    return deeper(frame) + frame[above[0]];
}
int main(void)
{
    volatile char first[1] = { 0 };
    return deeper(first);
}
