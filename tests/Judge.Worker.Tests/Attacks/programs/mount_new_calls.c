// attack: mounts by the calls of Linux 5.2 and later, which old filters do not know
// judge: accepted
#include "attack.h"
#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
int main(void)
{
    uint64_t attributes[4] = { 0, 1, 0, 0 };
    REFUSED(syscall(SYS_fsopen, "tmpfs", 0));
    REFUSED(syscall(SYS_open_tree, AT_FDCWD, "/usr", 1 /* OPEN_TREE_CLONE */));
    REFUSED(syscall(SYS_move_mount, AT_FDCWD, "/tmp", AT_FDCWD, "/box", 0));
    REFUSED(syscall(SYS_fspick, AT_FDCWD, "/", 0));
    REFUSED(syscall(SYS_mount_setattr, AT_FDCWD, "/usr", 0, attributes, sizeof attributes));
    return contained();
}
