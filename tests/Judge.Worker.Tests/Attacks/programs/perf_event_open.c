// attack: the performance counters, of itself, of everybody
// judge: accepted
#include "attack.h"
#include <linux/perf_event.h>
int main(void)
{
    struct perf_event_attr own = { .type = PERF_TYPE_SOFTWARE, .size = sizeof own, .config = PERF_COUNT_SW_TASK_CLOCK, .exclude_kernel = 1, .exclude_hv = 1 };
    struct perf_event_attr all = { .type = PERF_TYPE_SOFTWARE, .size = sizeof all, .config = PERF_COUNT_SW_CPU_CLOCK };
    REFUSED(syscall(SYS_perf_event_open, &own, 0, -1, -1, 0));
    REFUSED(syscall(SYS_perf_event_open, &all, -1, 0, -1, 0));
    return contained();
}
