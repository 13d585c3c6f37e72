// attack: reads, or clears, the kernel's log, which tells addresses and other users' misfortunes
// judge: accepted
#include "attack.h"
#include <sys/klog.h>
int main(void)
{
    char log[4096];
    REFUSED(klogctl(3, log, sizeof log));
    REFUSED(klogctl(10, NULL, 0));
    REFUSED(open("/dev/kmsg", O_RDONLY | O_NONBLOCK));
    return contained();
}
