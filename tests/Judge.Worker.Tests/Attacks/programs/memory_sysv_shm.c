// attack: System V shared memory, which outlives who made it and is in no process once it is detached
// judge: memoryLimitExceeded accepted
// judge-no-cgroup: timeLimitExceeded memoryLimitExceeded accepted
#include "attack.h"
#include <sys/shm.h>
#define SEGMENT (16 << 20)
int main(void)
{
    int n = 0;
    for (; n < 64; n++) {
        int id = shmget(0x6576696c + n, SEGMENT, IPC_CREAT | 0600);
        char *p = id < 0 ? (char *)-1 : shmat(id, NULL, 0);
        if (p == (char *)-1) break;
        memset(p, 1, SEGMENT);
        shmdt(p);
    }
    if (n == 64) escaped("%d MiB of System V shared memory", n * 16);
    return contained();
}
