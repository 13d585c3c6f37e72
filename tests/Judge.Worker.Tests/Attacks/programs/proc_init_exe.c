// attack: overwrites the sandbox's own executable through /proc, as CVE-2019-5736 did with runc
// judge: accepted
#include "attack.h"
int main(void)
{
    if (getpid() == 1) return contained();
    REFUSED(open("/proc/1/exe", O_WRONLY));
    REFUSED(open("/proc/1/exe", O_RDWR));
    char target[256] = "";
    if (readlink("/proc/1/exe", target, sizeof target - 1) > 0) REFUSED(open(target, O_WRONLY));
    return contained();
}
