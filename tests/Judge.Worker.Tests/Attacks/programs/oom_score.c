// attack: has the kernel kill anybody but itself when memory runs out
// judge: accepted
#include "attack.h"
int main(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY);
    if (fd >= 0) REFUSED(write(fd, "-1000", 5));
    fd = open("/proc/1/oom_score_adj", O_WRONLY);
    if (fd >= 0 && getpid() != 1) REFUSED(write(fd, "-1000", 5));
    return contained();
}
