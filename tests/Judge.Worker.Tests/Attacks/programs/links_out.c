// attack: symbolic and hard links from where the host may look to files of the host
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *names[] = { "stdout", "stderr", "stdin", "main", "main.c", "output", "answer", "status", "evil" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[64];
        snprintf(path, sizeof path, "/box/%s", names[i]);
        unlink(path);
        if (symlink("@CANARY_FILE@", path) == 0) escaped("planted %s", path);
        if (link("/etc/passwd", path) == 0) escaped("linked %s", path);
        /* In /tmp it may be done, and must lead nowhere. */
        snprintf(path, sizeof path, "/tmp/%s", names[i]);
        if (symlink("@CANARY_FILE@", path) == 0) REFUSED(open(path, O_RDONLY));
    }
    REFUSED(link("/usr/bin/su", "/tmp/su"));
    return contained();
}
