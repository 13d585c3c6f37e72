// attack: the classic way out: a root within the root, and up from there
// judge: accepted
#include "attack.h"
int main(void)
{
    mkdir("/tmp/inner", 0755);
    int outside = open("/", O_RDONLY);
    REFUSED(chroot("/tmp/inner"));
    (void)!fchdir(outside);
    for (int i = 0; i < 40; i++) (void)!chdir("..");
    REFUSED(chroot("."));
    REFUSED(open("etc/shadow", O_RDONLY));
    return contained();
}
