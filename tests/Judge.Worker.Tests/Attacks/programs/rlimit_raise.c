// attack: raises the limits it was given
// judge: accepted
#include "attack.h"
int main(void)
{
    int limits[] = { RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_NOFILE };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct rlimit now, more;
        getrlimit(limits[i], &now);
        if (now.rlim_max == RLIM_INFINITY) { escaped("limit %d has no bound", limits[i]); continue; }
        more = (struct rlimit) { now.rlim_max + 1, now.rlim_max + 1 };
        if (setrlimit(limits[i], &more) == 0) escaped("limit %d was raised", limits[i]);
        if (getpid() != 1 && prlimit(1, limits[i], &more, NULL) == 0) escaped("limit %d of the first process was raised", limits[i]);
    }
    return contained();
}
