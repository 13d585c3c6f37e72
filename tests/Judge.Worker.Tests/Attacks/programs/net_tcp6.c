// attack: connects to a service that listens on the host's IPv6 loopback address
// judge: accepted
#include "attack.h"
#include <arpa/inet.h>
#include <netinet/in.h>
int main(void)
{
    const char *addresses[] = { "::1", "::ffff:127.0.0.1", "::" };
    int ports[] = { @TCP6@, @TCP4@ };
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses * 2; i++) {
        int s = socket(AF_INET6, SOCK_STREAM, 0);
        struct sockaddr_in6 to = { .sin6_family = AF_INET6, .sin6_port = htons(ports[i % 2]) };
        inet_pton(AF_INET6, addresses[i / 2], &to.sin6_addr);
        if (s >= 0) REFUSED(connect(s, (struct sockaddr *)&to, sizeof to));
    }
    return contained();
}
