// attack: opens the memory of the sandbox's first process
// judge: accepted
#include "attack.h"
int main(void)
{
    if (getpid() == 1) return contained();
    REFUSED(open("/proc/1/mem", O_RDONLY));
    REFUSED(open("/proc/1/mem", O_RDWR));
    if (getppid() > 1) REFUSED(openat(open("/proc", O_RDONLY), "1/task/1/mem", O_RDWR));
    return contained();
}
