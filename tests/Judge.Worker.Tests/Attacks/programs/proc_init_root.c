// attack: takes the way through the first process's root, working folder and mounts, which may be the host's
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *paths[] = {
        "/proc/1/root/etc/shadow", "/proc/1/root/root", "/proc/1/root/home", "/proc/1/root/@REPO@", "/proc/1/root/@CANARY_FILE@",
        "/proc/1/cwd/etc/shadow", "/proc/1/cwd/../etc/shadow", "/proc/1/root/oldroot", "/proc/1/root/newroot",
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct stat status;
        if (stat(paths[i], &status) == 0) escaped("%s", paths[i]);
    }
    return contained();
}
