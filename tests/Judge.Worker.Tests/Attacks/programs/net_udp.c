// attack: sends datagrams to the host's loopback address and out; whether one arrives, the host's side tells
// judge: accepted
#include "attack.h"
#include <arpa/inet.h>
#include <netinet/in.h>
int main(void)
{
    const char *addresses[] = { "127.0.0.1", "255.255.255.255", "192.0.2.1", "8.8.8.8" };
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        int s = socket(AF_INET, SOCK_DGRAM, 0), yes = 1;
        struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(@UDP4@) };
        inet_pton(AF_INET, addresses[i], &to.sin_addr);
        if (s < 0) continue;
        setsockopt(s, SOL_SOCKET, SO_BROADCAST, &yes, sizeof yes);
        ssize_t n = sendto(s, "evil", 4, 0, (struct sockaddr *)&to, sizeof to);
        if (n == 4 && i > 0) escaped("there is a route to %s", addresses[i]);
    }
    return contained();
}
