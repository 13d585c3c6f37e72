// attack: uses what descriptors the judge may have left open beside the three
// judge: accepted
#include "attack.h"
int main(void)
{
    for (int fd = 3; fd < 4096; fd++) {
        char link[64], target[256] = "";
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        if (fcntl(fd, F_GETFD) < 0) continue;
        (void)!readlink(link, target, sizeof target - 1);
        escaped("descriptor %d is %s", fd, target);
    }
    return contained();
}
