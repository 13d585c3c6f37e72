// attack: descriptors without end, and a limit that is raised by who it is for
// judge: accepted
#include "attack.h"
int main(void)
{
    struct rlimit more = { 1 << 20, 1 << 20 };
    REFUSED(setrlimit(RLIMIT_NOFILE, &more));
    int n = 0;
    while (n < 100000 && open("/dev/null", O_RDONLY) >= 0) n++;
    if (n >= 65536) escaped("%d descriptors", n);
    return contained();
}
