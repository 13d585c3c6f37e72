// attack: runs every set-uid and set-gid program of the system: whose does the process become?
// judge: accepted
#include "attack.h"
#include <ftw.h>
static void ids(pid_t pid, const char *program)
{
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status)) {
        unsigned real, effective, saved, file;
        if (sscanf(line, "Uid: %u %u %u %u", &real, &effective, &saved, &file) == 4 && (real != getuid() || effective != real || saved != real || file != real)) escaped("%s: %s", program, line);
        if (sscanf(line, "Gid: %u %u %u %u", &real, &effective, &saved, &file) == 4 && (real != getgid() || effective != real || saved != real || file != real)) escaped("%s: %s", program, line);
    }
    if (status) fclose(status);
}
static int look(const char *path, const struct stat *found, int type, struct FTW *unused)
{
    (void)unused;
    if (type != FTW_F || !(found->st_mode & (S_ISUID | S_ISGID))) return 0;
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_RDWR), 0);
        dup2(0, 1);
        dup2(0, 2);
        execl(path, path, "--help", (char *)NULL);
        _exit(0);
    }
    /* A process that has ended but was not waited for still says whose it was. */
    siginfo_t info;
    for (int i = 0; i < 100; i++) {
        info.si_pid = 0;
        waitid(P_PID, child, &info, WEXITED | WNOHANG | WNOWAIT);
        if (info.si_pid) break;
        usleep(2000);
    }
    ids(child, path);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    return 0;
}
int main(void)
{
    const char *folders[] = { "/usr/bin", "/usr/sbin", "/usr/lib/polkit-1", "/usr/lib/openssh", "/usr/lib/dbus-1.0", "/usr/libexec", "/usr/local/bin", "/usr/lib/x86_64-linux-gnu/utempter" };
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) nftw(folders[i], look, 16, FTW_PHYS);
    return contained();
}
