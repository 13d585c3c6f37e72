// attack: a file of a TiB that takes no room until it is read or copied
// judge: accepted
#include "attack.h"
int main(void)
{
    signal(SIGXFSZ, SIG_IGN);
    int fd = open("/tmp/evil-sparse", O_RDWR | O_CREAT, 0600);
    REFUSED(ftruncate(fd, 1L << 40));
    REFUSED(fallocate(fd, 0, 1L << 40, 1));
    if (lseek(fd, 1L << 40, SEEK_SET) > 0) REFUSED(write(fd, "x", 1));
    struct stat status;
    if (fstat(fd, &status) == 0 && status.st_size >= 1L << 40) escaped("a file of %ld bytes", (long)status.st_size);
    return contained();
}
