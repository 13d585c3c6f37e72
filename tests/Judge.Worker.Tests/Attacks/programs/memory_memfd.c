// attack: files in memory that have no name and are mapped nowhere
// judge: memoryLimitExceeded accepted
// judge-no-cgroup: timeLimitExceeded memoryLimitExceeded accepted
#include "attack.h"
#define LIMIT (1L << 30)
int main(void)
{
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    signal(SIGXFSZ, SIG_IGN);
    long written = 0;
    for (int i = 0; i < 900 && written < LIMIT; i++) {
        int fd = memfd_create("evil", 0);
        for (ssize_t n; written < LIMIT && (n = write(fd, block, sizeof block)) > 0;) written += n;
    }
    if (written >= LIMIT) escaped("%ld bytes in files without a name", written);
    return contained();
}
