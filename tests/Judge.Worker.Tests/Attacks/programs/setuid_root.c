// attack: asks to be root
// judge: accepted
#include "attack.h"
#include <grp.h>
int main(void)
{
    gid_t none = 0;
    REFUSED(setuid(0));
    REFUSED(setgid(0));
    REFUSED(setresuid(0, 0, 0));
    REFUSED(setresgid(0, 0, 0));
    REFUSED(setgroups(1, &none));
    if (getuid() == 0 || geteuid() == 0 || getgid() == 0 || getegid() == 0) escaped("is root");
    setfsuid(0);
    if (setfsuid(-1) == 0) escaped("setfsuid");
    return contained();
}
