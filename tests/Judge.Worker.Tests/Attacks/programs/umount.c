// attack: takes mounts away, to see what they cover
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *mounts[] = { "/proc", "/tmp", "/dev/shm", "/dev", "/box", "/usr", "/" };
    for (size_t i = 0; i < sizeof mounts / sizeof *mounts; i++) {
        REFUSED(umount2(mounts[i], MNT_DETACH));
        REFUSED(umount2(mounts[i], 0));
    }
    return contained();
}
