// attack: another kernel
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(syscall(SYS_kexec_load, 0, 0, NULL, 0));
    REFUSED(syscall(SYS_kexec_file_load, -1, -1, 0, NULL, 4));
    return contained();
}
