// attack: kills the worker by the pid it has on the host
// judge: accepted
#include "attack.h"
int main(void)
{
    if (@WORKER@ != getpid()) {
        REFUSED(kill(@WORKER@, 0));
        REFUSED(kill(@WORKER@, SIGKILL));
        REFUSED(syscall(SYS_pidfd_open, @WORKER@, 0));
    }
    return contained();
}
