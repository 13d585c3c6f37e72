// attack: a child in namespaces of its own, by clone(2)
// judge: accepted
#include "attack.h"
static void attempt(unsigned long flags)
{
    long pid = syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0);
    if (pid == 0) _exit(0);
    if (pid > 0) escaped("clone(0x%lx)", flags);
}
int main(void)
{
    attempt(CLONE_NEWUSER);
    attempt(CLONE_NEWUSER | CLONE_NEWNS);
    attempt(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID);
    attempt(CLONE_NEWNS);
    attempt(CLONE_NEWPID);
    attempt(CLONE_NEWNET);
    return contained();
}
