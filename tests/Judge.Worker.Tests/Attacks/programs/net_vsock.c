// attack: a socket to the hypervisor: no network namespace bounds it on most kernels, so there must be none at all
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(socket(AF_VSOCK, SOCK_STREAM, 0));
    REFUSED(socket(AF_VSOCK, SOCK_DGRAM, 0));
    REFUSED(open("/dev/vsock", O_RDONLY));
    return contained();
}
