// attack: climbs out by '..', by descriptors of folders and by /proc
// judge: accepted
#include "attack.h"
int main(void)
{
    char up[4096] = "";
    for (int i = 0; i < 40; i++) strcat(up, "../");
    const char *ends[] = { "etc/shadow", "root", "home", "@CANARY_FILE@", "box/../../etc/shadow" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char path[8192];
        snprintf(path, sizeof path, "%s%s", up, ends[i]);
        REFUSED(open(path, O_RDONLY));
        snprintf(path, sizeof path, "/proc/self/root/%s%s", up, ends[i]);
        REFUSED(open(path, O_RDONLY));
        snprintf(path, sizeof path, "/proc/self/cwd/%s%s", up, ends[i]);
        REFUSED(open(path, O_RDONLY));
    }
    REFUSED(mkdir("/box/..evil", 0777));
    REFUSED(open("/box/../evil", O_CREAT | O_WRONLY, 0600));
    return contained();
}
