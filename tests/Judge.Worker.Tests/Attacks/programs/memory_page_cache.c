// attack: reads big files of the system: the page cache is charged to the run and must be given back, not end it
// judge: accepted
#include "attack.h"
#include <ftw.h>
static long wanted = 256L << 20;
static char block[1 << 20];
static int look(const char *path, const struct stat *status, int type, struct FTW *unused)
{
    (void)unused;
    if (type != FTW_F || status->st_size < 1 << 20) return 0;
    int fd = open(path, O_RDONLY);
    for (ssize_t n; wanted > 0 && (n = read(fd, block, sizeof block)) > 0;) wanted -= n;
    close(fd);
    return wanted <= 0;
}
int main(void)
{
    nftw("/usr/lib", look, 16, FTW_PHYS);
    return contained();
}
