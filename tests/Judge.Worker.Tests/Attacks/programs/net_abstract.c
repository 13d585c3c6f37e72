// attack: connects to an abstract Unix socket of the host, which no file system can hide
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *name = "@ABSTRACT@";
    for (int type = SOCK_STREAM; type <= SOCK_DGRAM; type++) {
        int s = socket(AF_UNIX, type, 0);
        struct sockaddr_un to = { .sun_family = AF_UNIX };
        memcpy(to.sun_path + 1, name, strlen(name));
        if (s >= 0) REFUSED(connect(s, (struct sockaddr *)&to, offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name)));
    }
    return contained();
}
