// attack: swaps onto a file of its own
// judge: accepted
#include "attack.h"
#include <sys/swap.h>
int main(void)
{
    int fd = open("/tmp/evil-swap", O_RDWR | O_CREAT, 0600);
    (void)!ftruncate(fd, 1 << 20);
    REFUSED(swapon("/tmp/evil-swap", 0));
    REFUSED(swapoff("/tmp/evil-swap"));
    return contained();
}
