// attack: kernel modules
// judge: accepted
#include "attack.h"
int main(void)
{
    static char image[64] = "\177ELF";
    /* With the right it would be told that this is no module. */
    if (syscall(SYS_init_module, image, sizeof image, "") == 0 || errno == ENOEXEC) escaped("init_module");
    if (syscall(SYS_finit_module, open("/box/main", O_RDONLY), "", 0) == 0 || errno == ENOEXEC) escaped("finit_module");
    if (syscall(SYS_delete_module, "evil", O_NONBLOCK) == 0 || errno == ENOENT) escaped("delete_module");
    return contained();
}
