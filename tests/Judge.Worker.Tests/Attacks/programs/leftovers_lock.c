// attack: leaves a daemon that holds locks on files every run can open, for a later submission to feel
// cases: submissions
// judge: accepted
#include "attack.h"
#include <sys/file.h>
int main(void)
{
    const char *files[] = { "/usr/bin/env", "/etc/passwd", "/dev/null", "/etc/ld.so.cache" };
    if (told("plant")) {
        if (fork() == 0) {
            setsid();
            for (size_t i = 0; i < sizeof files / sizeof *files; i++) flock(open(files[i], O_RDONLY), LOCK_EX | LOCK_NB);
            if (fork() == 0) for (;;) pause();
            _exit(0);
        }
        wait(NULL);
        return contained();
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        int fd = open(files[i], O_RDONLY);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) escaped("%s is locked", files[i]);
    }
    return contained();
}
