// attack: a daemon floods standard output while its parent has long gone to sleep
// judge: outputLimitExceeded
#include "attack.h"
int main(void)
{
    if (fork() == 0) {
        setsid();
        if (fork() > 0) _exit(0);
        static char block[65536];
        for (;;) (void)!write(1, block, sizeof block);
    }
    pause();
}
