// attack: leaves a busy daemon, for a later case or submission to find in /proc or to be slowed by
// cases: leftovers
// judge: accepted
#include "attack.h"
#include <dirent.h>
int main(void)
{
    if (told("plant")) {
        if (fork() == 0) {
            setsid();
            prctl(PR_SET_NAME, "evil-daemon", 0, 0, 0);
            if (fork() == 0) for (volatile unsigned i = 0;; i++) ;
            _exit(0);
        }
        wait(NULL);
        return contained();
    }
    DIR *folder = opendir("/proc");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char path[300], name[32] = "";
        snprintf(path, sizeof path, "/proc/%s/comm", entry->d_name);
        FILE *file = fopen(path, "r");
        if (file && fgets(name, sizeof name, file) && strncmp(name, "evil", 4) == 0) escaped("%s was left", entry->d_name);
        if (file) fclose(file);
    }
    return contained();
}
