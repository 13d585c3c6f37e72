// attack: files in /dev/shm, which are memory
// judge: memoryLimitExceeded accepted
#include "attack.h"
#define LIMIT (1L << 30)
int main(void)
{
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    signal(SIGXFSZ, SIG_IGN);
    long written = 0;
    for (int i = 0; i < 1000 && written < LIMIT; i++) {
        char name[64];
        snprintf(name, sizeof name, "/dev/shm/evil-%d", i);
        int fd = open(name, O_WRONLY | O_CREAT, 0600);
        for (ssize_t n; written < LIMIT && (n = write(fd, block, sizeof block)) > 0;) written += n;
        close(fd);
    }
    if (written >= LIMIT) escaped("%ld bytes in /dev/shm", written);
    return contained();
}
