// attack: io_uring, whose operations no system call filter sees
// judge: accepted
#include "attack.h"
int main(void)
{
    char parameters[256] = { 0 };
    REFUSED(syscall(SYS_io_uring_setup, 8, parameters));
    return contained();
}
