// attack: memory that cannot be swapped out, more than the run may have
// judge: accepted memoryLimitExceeded
#include "attack.h"
int main(void)
{
    struct rlimit unlimited = { RLIM_INFINITY, RLIM_INFINITY };
    REFUSED(setrlimit(RLIMIT_MEMLOCK, &unlimited));
    mlockall(MCL_CURRENT | MCL_FUTURE);
    char *p = mmap(NULL, 512 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p != MAP_FAILED && mlock(p, 512 << 20) == 0) escaped("512 MiB are locked");
    return contained();
}
