// attack: raw sockets
// judge: accepted
#include "attack.h"
#include <netinet/in.h>
int main(void)
{
    REFUSED(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
    REFUSED(socket(AF_INET, SOCK_RAW, IPPROTO_RAW));
    REFUSED(socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6));
    return contained();
}
