// attack: the heap grows without end
// judge: memoryLimitExceeded
#include "attack.h"
int main(void)
{
    for (;;) {
        char *volatile p = malloc(1 << 20);
        if (p) memset(p, 1, 1 << 20);
    }
}
