// attack: userfaultfd, which makes races in the kernel easy to win
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(syscall(SYS_userfaultfd, O_CLOEXEC));
    REFUSED(syscall(SYS_userfaultfd, O_CLOEXEC | 1 /* UFFD_USER_MODE_ONLY */));
    REFUSED(open("/dev/userfaultfd", O_RDWR));
    return contained();
}
