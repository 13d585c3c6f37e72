// attack: a million files of no size, whose inodes are the kernel's memory; which limit is met first is a matter of speed
// judge: timeLimitExceeded memoryLimitExceeded
#include "attack.h"
int main(void)
{
    char name[64];
    for (int i = 0;; i++) {
        snprintf(name, sizeof name, "/tmp/evil-%d", i % 1000000);
        int fd = open(name, O_WRONLY | O_CREAT, 0600);
        if (fd >= 0) close(fd);
    }
}
