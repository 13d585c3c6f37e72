// attack: writes to its standard input and looks for a file system behind it
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(write(0, "evil", 4));
    REFUSED(ftruncate(0, 0));
    REFUSED(openat(0, "..", O_RDONLY));
    REFUSED(mmap(NULL, 4096, PROT_WRITE, MAP_SHARED, 0, 0));
    int fd = open("/proc/self/fd/0", O_RDWR);
    if (fd >= 0) REFUSED(write(fd, "evil", 4));
    char target[4096] = "";
    if (readlink("/proc/self/fd/0", target, sizeof target - 1) > 0 && strstr(target, ".in")) escaped("standard input is %s", target);
    return contained();
}
