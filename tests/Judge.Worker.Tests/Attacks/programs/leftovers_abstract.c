// attack: leaves a daemon that listens on an abstract socket, for a later case or submission to connect to
// cases: leftovers
// judge: accepted
#include "attack.h"
int main(void)
{
    struct sockaddr_un name = { .sun_family = AF_UNIX, .sun_path = "\0evil-left" };
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    if (s < 0) return contained();
    if (told("plant")) {
        if (bind(s, (struct sockaddr *)&name, sizeof name) != 0 || listen(s, 8) != 0) escaped("the name is taken: %s", strerror(errno));
        if (fork() == 0) {
            setsid();
            if (fork() == 0) for (;;) pause();
            _exit(0);
        }
        wait(NULL);
    } else {
        REFUSED(connect(s, (struct sockaddr *)&name, sizeof name));
    }
    return contained();
}
