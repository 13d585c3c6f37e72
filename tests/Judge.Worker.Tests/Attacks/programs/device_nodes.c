// attack: makes device nodes, through which memory and disks are anybody's
// judge: accepted
#include "attack.h"
#include <sys/sysmacros.h>
int main(void)
{
    REFUSED(mknod("/tmp/mem", S_IFCHR | 0666, makedev(1, 1)));
    REFUSED(mknod("/tmp/disk", S_IFBLK | 0666, makedev(254, 0)));
    REFUSED(mknod("/box/mem", S_IFCHR | 0666, makedev(1, 1)));
    REFUSED(mknod("/dev/mem", S_IFCHR | 0666, makedev(1, 1)));
    REFUSED(mknod("/dev/shm/fuse", S_IFCHR | 0666, makedev(10, 229)));
    REFUSED(mkfifo("/box/fifo", 0666));
    const char *devices[] = { "/dev/vda", "/dev/sda", "/dev/kvm", "/dev/fuse", "/dev/mem", "/dev/loop-control", "/dev/net/tun", "/dev/console", "/dev/tty0", "/dev/vhost-net" };
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        if (open(devices[i], O_RDONLY | O_NONBLOCK) >= 0) escaped("opened %s", devices[i]);
    }
    return contained();
}
