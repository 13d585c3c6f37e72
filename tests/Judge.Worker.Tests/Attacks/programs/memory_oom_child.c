// attack: a child takes too much memory and is killed for it; its parent goes on as if nothing had been and exits with 0
// judge: memoryLimitExceeded
#include "attack.h"
int main(void)
{
    if (fork() == 0) {
        for (int i = 0; i < 300; i++) take(1 << 20);
        sleep(2);
        _exit(0);
    }
    wait(NULL);
    return contained();
}
