// attack: mounts: a file system, a bind of the host's disk, the root writable again
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(mount("none", "/tmp", "tmpfs", 0, NULL));
    REFUSED(mount("proc", "/proc", "proc", 0, NULL));
    REFUSED(mount("/dev/vda", "/tmp", "ext4", 0, NULL));
    REFUSED(mount("/", "/tmp", NULL, MS_BIND | MS_REC, NULL));
    REFUSED(mount("none", "/", NULL, MS_REMOUNT, NULL));
    REFUSED(mount("none", "/usr", NULL, MS_REMOUNT | MS_BIND, NULL));
    REFUSED(mount("none", "/box", NULL, MS_REMOUNT | MS_BIND, NULL));
    REFUSED(mount("none", "/", NULL, MS_SHARED | MS_REC, NULL));
    return contained();
}
