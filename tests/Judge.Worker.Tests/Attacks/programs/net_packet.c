// attack: packet sockets, which hear everything on the wire
// judge: accepted
#include "attack.h"
int main(void)
{
    REFUSED(socket(AF_PACKET, SOCK_RAW, 0x0300));
    REFUSED(socket(AF_PACKET, SOCK_DGRAM, 0x0300));
    return contained();
}
