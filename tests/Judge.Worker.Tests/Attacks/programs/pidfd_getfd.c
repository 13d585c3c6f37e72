// attack: takes a descriptor out of the sandbox's first process
// judge: accepted
#include "attack.h"
int main(void)
{
    if (getpid() == 1) return contained();
    int pidfd = syscall(SYS_pidfd_open, 1, 0);
    if (pidfd < 0) return contained();
    for (int fd = 0; fd < 64; fd++) {
        if (syscall(SYS_pidfd_getfd, pidfd, fd, 0) >= 0) escaped("descriptor %d of the first process", fd);
    }
    return contained();
}
