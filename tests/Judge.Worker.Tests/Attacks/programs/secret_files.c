// attack: reads what it must not know, by name: the case's answer, another problem, the worker's files, the host's users
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *paths[] = {
        "@ANSWER@", "@SECRET@", "@CANARY_FILE@", "@REPO@", "@BASE@", "/etc/shadow", "/etc/gshadow", "/etc/hosts", "/etc/ssh", "/root", "/root/.ssh",
        "/home", "/var", "/run", "/run/secrets", "/sys/class", "/sys/fs/cgroup", "/boot", "/opt", "/srv", "/mnt", "/.dockerenv", "/.judge", "/data",
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct stat status;
        if (lstat(paths[i], &status) == 0) escaped("%s is there", paths[i]);
    }
    return contained();
}
