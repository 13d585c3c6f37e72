// attack: orders the kernel about by its keyboard's back door; 'h' would only print a help text
// judge: accepted
#include "attack.h"
int main(void)
{
    int fd = open("/proc/sysrq-trigger", O_WRONLY);
    if (fd >= 0) REFUSED(write(fd, "h", 1));
    REFUSED(open("/proc/sys/kernel/sysrq", O_WRONLY));
    return contained();
}
