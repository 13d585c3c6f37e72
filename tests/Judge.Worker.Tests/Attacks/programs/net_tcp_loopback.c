// attack: CVE-2024-29021's way: connects to a service that listens on the host's loopback address
// judge: accepted
#include "attack.h"
#include <arpa/inet.h>
#include <netinet/in.h>
int main(void)
{
    const char *addresses[] = { "127.0.0.1", "0.0.0.0", "127.0.0.2" };
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        int s = socket(AF_INET, SOCK_STREAM, 0);
        struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(@TCP4@) };
        inet_pton(AF_INET, addresses[i], &to.sin_addr);
        if (s >= 0) REFUSED(connect(s, (struct sockaddr *)&to, sizeof to));
    }
    return contained();
}
