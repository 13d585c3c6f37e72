// attack: children that each take less than the limit, and together a multiple of it
// judge: memoryLimitExceeded
#include "attack.h"
int main(void)
{
    for (int i = 0; i < 8; i++) {
        if (fork() == 0) {
            take(30 << 20);
            sleep(2);
            _exit(0);
        }
    }
    while (wait(NULL) > 0) ;
    return contained();
}
