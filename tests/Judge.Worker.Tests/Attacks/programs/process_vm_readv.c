// attack: reads and writes the memory of the sandbox's first process by one system call
// judge: accepted
#include "attack.h"
#include <sys/uio.h>
int main(void)
{
    char here[16];
    struct iovec local = { here, sizeof here };
    if (getpid() == 1) return contained();
    /* Where its memory lies, else where unrelocated programs lie: with no right at all it is EPERM, never EFAULT. */
    unsigned long address = 0x400000;
    FILE *maps = fopen("/proc/1/maps", "r");
    if (maps && fscanf(maps, "%lx", &address) != 1) address = 0x400000;
    struct iovec remote = { (void *)address, sizeof here };
    if (process_vm_readv(1, &local, 1, &remote, 1, 0) >= 0 || errno == EFAULT) escaped("process_vm_readv");
    if (process_vm_writev(1, &local, 0, &remote, 0, 0) > 0 || errno == EFAULT) escaped("process_vm_writev");
    return contained();
}
