// attack: more than its share of the processors
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(setpriority(PRIO_PROCESS, 0, -20));
    errno = 0;
    if (nice(-20) != -1 && getpriority(PRIO_PROCESS, 0) < 0) escaped("nice -20");
    struct rlimit better = { 40, 40 };
    REFUSED(setrlimit(RLIMIT_NICE, &better));
    REFUSED(setrlimit(RLIMIT_RTPRIO, &better));
    REFUSED(setpriority(PRIO_USER, 0, -1));
    return contained();
}
