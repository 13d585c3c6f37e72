// attack: types into the terminal of whoever started the judge
// judge: accepted
#include "attack.h"
int main(void)
{
    char c = '\n';
    for (int fd = 0; fd < 3; fd++) REFUSED(ioctl(fd, TIOCSTI, &c));
    REFUSED(open("/dev/tty", O_RDWR));
    int console = open("/dev/console", O_RDWR | O_NOCTTY);
    if (console >= 0) REFUSED(ioctl(console, TIOCSTI, &c));
    setsid();
    for (int i = 0; i < 8; i++) {
        char name[32];
        snprintf(name, sizeof name, "/dev/pts/%d", i);
        REFUSED(open(name, O_RDWR | O_NOCTTY));
    }
    return contained();
}
