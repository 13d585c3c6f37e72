// attack: a daemon, forked twice and in its own session, that keeps the output open and outlives its parent
// judge: accepted
#include "attack.h"
int main(void)
{
    if (fork() == 0) {
        setsid();
        if (fork() == 0) for (;;) pause();
        _exit(0);
    }
    wait(NULL);
    return contained();
}
