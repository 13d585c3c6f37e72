// attack: the right to reboot, shown by a command that changes next to nothing: what Ctrl-Alt-Del does
// judge: accepted
#include "attack.h"
#include <linux/reboot.h>
int main(void)
{
    REFUSED(syscall(SYS_reboot, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_CAD_OFF, NULL));
    /* With the right it would be told that these are not the magic numbers. */
    if (syscall(SYS_reboot, 1, 2, 3, NULL) == 0 || errno == EINVAL) escaped("may reboot");
    return contained();
}
