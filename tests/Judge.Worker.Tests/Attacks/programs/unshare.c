// attack: makes namespaces, in which it would be root and reach kernel code that is closed to users
// judge: accepted
#include "attack.h"
int main(void)
{
    int flags[] = { CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP, 0x80 /* CLONE_NEWTIME */ };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (unshare(flags[i]) == 0) escaped("unshare(0x%x)", flags[i]);
        if (unshare(flags[i] | CLONE_NEWUSER) == 0) escaped("unshare(0x%x | CLONE_NEWUSER)", flags[i]);
    }
    return contained();
}
