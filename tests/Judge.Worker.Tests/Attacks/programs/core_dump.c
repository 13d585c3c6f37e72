// attack: leaves a core file, or starts the host's handler of them, as root, with what it wants to say
// judge: runtimeError
#include "attack.h"
int main(void)
{
    struct rlimit unlimited = { RLIM_INFINITY, RLIM_INFINITY };
    REFUSED(setrlimit(RLIMIT_CORE, &unlimited));
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    (void)!chdir("/tmp");
    pid_t child = fork();
    if (child == 0) {
        signal(SIGQUIT, SIG_DFL);
        raise(SIGQUIT);
        _exit(0);
    }
    int status;
    waitpid(child, &status, 0);
    if (WCOREDUMP(status) && access("/tmp/core", F_OK) == 0) escaped("a core file");
    abort();
}
