// attack: exchanges the root
// judge: accepted
#include "attack.h"
int main(void)
{
    mkdir("/tmp/old", 0755);
    REFUSED(syscall(SYS_pivot_root, "/tmp", "/tmp/old"));
    REFUSED(syscall(SYS_pivot_root, ".", "."));
    return contained();
}
