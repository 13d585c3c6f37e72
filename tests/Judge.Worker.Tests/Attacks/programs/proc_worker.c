// attack: looks at the worker by the pid it has on the host
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *files[] = { "environ", "cmdline", "mem", "maps", "status", "root/etc/shadow", "cwd" };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[128];
        struct stat status;
        snprintf(path, sizeof path, "/proc/@WORKER@/%s", files[i]);
        if (@WORKER@ != getpid() && stat(path, &status) == 0) escaped("%s", path);
    }
    return contained();
}
