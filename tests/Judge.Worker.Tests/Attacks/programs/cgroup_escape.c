// attack: leaves its cgroup, or has the kernel run a program as root when one is empty (CVE-2022-0492)
// judge: accepted
#include "attack.h"
#include <dirent.h>
int main(void)
{
    mkdir("/tmp/cgroup", 0755);
    REFUSED(mount("none", "/tmp/cgroup", "cgroup", 0, "memory"));
    REFUSED(mount("none", "/tmp/cgroup", "cgroup2", 0, NULL));
    REFUSED(open("/sys/fs/cgroup/cgroup.procs", O_WRONLY));
    REFUSED(open("/sys/fs/cgroup/memory/release_agent", O_WRONLY));
    if (opendir("/sys/fs/cgroup")) escaped("/sys/fs/cgroup is there");
    return contained();
}
