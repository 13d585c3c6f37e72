// attack: leaves a socket and a fifo in the box, on which the host would wait when it reads them
// judge: accepted
#include "attack.h"
int main(void)
{
    struct sockaddr_un at = { .sun_family = AF_UNIX, .sun_path = "/box/socket" };
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    if (s >= 0) REFUSED(bind(s, (struct sockaddr *)&at, sizeof at));
    REFUSED(mknod("/box/main", S_IFIFO | 0666, 0));
    REFUSED(mknod("/box/stdout", S_IFIFO | 0666, 0));
    REFUSED(mkdir("/box/main.d", 0777));
    return contained();
}
