// attack: makes files everywhere but in /tmp
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *paths[] = {
        "/evil", "/usr/evil", "/usr/bin/evil", "/usr/lib/evil", "/usr/local/evil", "/lib/evil", "/bin/evil", "/etc/evil", "/dev/evil", "/proc/evil",
        "/box/evil", "evil", "/sys/evil", "/var/tmp/evil", "/run/evil", "/etc/passwd", "/etc/ld.so.preload", "/usr/bin/gcc", "/proc/1/comm",
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        int fd = open(paths[i], O_WRONLY | O_CREAT | O_APPEND, 0777);
        if (fd >= 0 && write(fd, "evil", 4) > 0) escaped("wrote %s", paths[i]);
        char folder[64];
        snprintf(folder, sizeof folder, "%s-folder", paths[i]);
        if (mkdir(folder, 0777) == 0) escaped("made %s", folder);
    }
    REFUSED(utimensat(AT_FDCWD, "/usr/bin/gcc", NULL, 0));
    REFUSED(unlink("/etc/passwd"));
    return contained();
}
