// attack: reads the environment and the arguments of the sandbox's first process, the judge's own
// judge: accepted
#include "attack.h"
int main(void)
{
    char buffer[65536];
    if (getpid() == 1) return contained();
    int fd = open("/proc/1/environ", O_RDONLY);
    ssize_t n = read(fd, buffer, sizeof buffer);
    if (n > 0) escaped("%zd bytes of /proc/1/environ: %.200s", n, buffer);
    return contained();
}
