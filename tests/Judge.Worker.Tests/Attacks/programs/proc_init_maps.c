// attack: learns where the code of the sandbox's first process lies
// judge: accepted
#include "attack.h"
int main(void)
{
    char buffer[4096];
    if (getpid() == 1) return contained();
    for (const char **file = (const char *[]) { "/proc/1/maps", "/proc/1/smaps", "/proc/1/auxv", "/proc/1/stack", "/proc/1/syscall", NULL }; *file; file++) {
        ssize_t n = read(open(*file, O_RDONLY), buffer, sizeof buffer - 1);
        if (n > 0) escaped("%zd bytes of %s", n, *file);
    }
    return contained();
}
