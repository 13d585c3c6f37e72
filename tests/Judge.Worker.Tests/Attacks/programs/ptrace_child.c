// attack: debugs its own child: it needs no debugger, and the kernel's ptrace code has had holes enough
// judge: accepted
#include "attack.h"
#include <sys/ptrace.h>
int main(void)
{
    pid_t child = fork();
    if (child == 0) {
        REFUSED(ptrace(PTRACE_TRACEME, 0, NULL, NULL));
        _exit(escapes);
    }
    int status;
    waitpid(child, &status, 0);
    escapes += WEXITSTATUS(status);
    child = fork();
    if (child == 0) for (;;) pause();
    REFUSED(ptrace(PTRACE_ATTACH, child, NULL, NULL));
    kill(child, SIGKILL);
    return contained();
}
