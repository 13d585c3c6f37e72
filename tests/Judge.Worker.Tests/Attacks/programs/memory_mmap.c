// attack: shared anonymous mappings without end, which belong to no heap
// judge: memoryLimitExceeded
#include "attack.h"
int main(void)
{
    for (;;) {
        char *p = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (p != MAP_FAILED) memset(p, 1, 1 << 20);
    }
}
