// attack: real-time priority, with which one loop holds a processor for good
// judge: accepted
#include "attack.h"
int main(void)
{
    struct sched_param parameter = { .sched_priority = 1 };
    REFUSED(sched_setscheduler(0, SCHED_FIFO, &parameter));
    REFUSED(sched_setscheduler(0, SCHED_RR, &parameter));
    struct { uint32_t size, policy; uint64_t flags; int32_t nice; uint32_t priority; uint64_t runtime, deadline, period; } deadline = {
        sizeof deadline, 6, 0, 0, 0, 10000000, 20000000, 20000000 };
    REFUSED(syscall(SYS_sched_setattr, 0, &deadline, 0));
    REFUSED(syscall(SYS_ioprio_set, 1, 0, 1 << 13));
    return contained();
}
