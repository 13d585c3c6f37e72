// attack: joins the namespaces of the first process, of its parent and of the worker
// judge: accepted
#include "attack.h"
int main(void)
{
    const char *names[] = { "user", "mnt", "net", "pid", "ipc", "uts", "cgroup" };
    int pids[] = { 1, getppid(), @WORKER@ };
    for (size_t i = 0; i < sizeof names / sizeof *names * 3; i++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d/ns/%s", pids[i % 3], names[i / 3]);
        int fd = open(path, O_RDONLY);
        if (fd >= 0 && setns(fd, 0) == 0) escaped("joined %s", path);
    }
    int pidfd = syscall(SYS_pidfd_open, 1, 0);
    if (pidfd >= 0 && getpid() != 1) REFUSED(setns(pidfd, CLONE_NEWNS | CLONE_NEWNET));
    return contained();
}
