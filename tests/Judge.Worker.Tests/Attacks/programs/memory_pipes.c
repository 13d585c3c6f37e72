// attack: the kernel's memory: as many full pipes as there can be, each as large as it can be made
// judge: accepted memoryLimitExceeded
#include "attack.h"
#define LIMIT (512L << 20)
int main(void)
{
    static char block[1 << 16];
    long written = 0;
    for (int fds[2]; written < LIMIT && pipe2(fds, O_NONBLOCK) == 0;) {
        fcntl(fds[1], F_SETPIPE_SZ, 1 << 20);
        for (ssize_t n; (n = write(fds[1], block, sizeof block)) > 0;) written += n;
    }
    if (written >= LIMIT) escaped("%ld bytes in pipes", written);
    return contained();
}
